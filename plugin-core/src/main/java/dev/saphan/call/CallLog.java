/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.call;

import dev.saphan.gateway.GatewayCalled;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes each call about a charge down: in the transaction of what it brought, if whoever asks holds it back for that, and
 * else in one of its own. The books do not depend on it: if it cannot be written by itself, it is logged.
 */
@Wired
public class CallLog {

    private static final Logger LOG = Logger.getLogger(CallLog.class.getName());

    private static final ThreadLocal<@Nullable Held> HELD = new ThreadLocal<>();

    private final GatewayCalls calls;
    private final Transactions transactions;

    @Inject
    CallLog(GatewayCalls calls, Transactions transactions) {
        this.calls = calls;
        this.transactions = transactions;
    }

    /** Holds the calls of this thread back from here until it is closed. */
    public Held hold() {
        Held began = new Held(HELD.get());
        HELD.set(began);
        return began;
    }

    void called(@Observes GatewayCalled called) {
        Held holding = HELD.get();
        if (holding == null) {
            write(List.of(called));
        } else {
            holding.made.add(called);
        }
    }

    private void write(List<GatewayCalled> made) {
        try {
            transactions.run(() -> made.forEach(calls::enter));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A call to the gateway was not written down", e);
        }
    }

    /** Calls that are not written down yet. For the thread that made them. */
    public final class Held implements AutoCloseable {

        private final List<GatewayCalled> made = new ArrayList<>();
        private final @Nullable Held before;
        private boolean isKept;

        private Held(@Nullable Held before) {
            this.before = before;
        }

        /** Inside the transaction that writes down what they brought. If it is begun anew, it is to be called anew. */
        public void keep() {
            made.forEach(calls::enter);
            isKept = true;
        }

        /** What was kept in no transaction is written down by itself. */
        @Override
        public void close() {
            HELD.set(before);
            if (!isKept && !made.isEmpty()) {
                write(made);
            }
        }
    }
}
