/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.export;

import dev.saphan.secret.RandomToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the exports of this node have come, for the page that waits for one. Only what is of use while somebody looks
 * on: the last few hundred, in memory; the download itself says whether it is whole.
 */
@ApplicationScoped
public class RunningExports {

    private static final int REMEMBERED = 500;

    private final Map<String, Export> exports = new LinkedHashMap<>();

    /** One download. */
    public static final class Export {

        /** Where it stands. */
        public enum State {
            WRITING,
            DONE,
            FAILED
        }

        private final String person;
        private final AtomicLong rows = new AtomicLong();
        private volatile State state = State.WRITING;

        private Export(String person) {
            this.person = person;
        }

        public void wrote(int more) {
            rows.addAndGet(more);
        }

        public void end(boolean whole) {
            state = whole ? State.DONE : State.FAILED;
        }

        public long rows() {
            return rows.get();
        }

        public State state() {
            return state;
        }
    }

    /** What a page gives to the download that it leads to, and asks by. */
    public static String ticket() {
        return RandomToken.next();
    }

    /** Begins; a ticket that is used again tells of the newer download. */
    public synchronized Export begin(String person, String ticket) {
        Export export = new Export(person);
        exports.remove(ticket);
        exports.put(ticket, export);
        if (exports.size() > REMEMBERED) {
            exports.remove(exports.keySet().iterator().next());
        }
        return export;
    }

    /** Empty if it has not begun, or is somebody else's. */
    public synchronized Optional<Export> find(String person, String ticket) {
        return Optional.ofNullable(exports.get(ticket)).filter(export -> export.person.equals(person));
    }
}
