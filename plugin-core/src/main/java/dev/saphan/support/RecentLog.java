/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import dev.saphan.log.OutsideText;
import dev.saphan.wiring.Wired;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The last lines that the plugin wrote into the log of this node, from its start on. */
@Wired
public class RecentLog {

    private static final int KEPT = 500;
    private static final int LONGEST = 2_000;

    /** Hands the first admin's password out in the log. */
    private static final String PEOPLE = "dev.saphan.user";

    /** Held, because the platform forgets loggers that nobody holds. */
    private final Logger logger = Logger.getLogger("dev.saphan");

    private final Deque<String> lines = new ArrayDeque<>();
    private final Handler handler = new Keeper();

    public void begin() {
        logger.addHandler(handler);
    }

    public void end() {
        logger.removeHandler(handler);
    }

    /** Oldest first. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    private void keep(String line) {
        synchronized (lines) {
            lines.addLast(OutsideText.line(line, LONGEST));
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
        }
    }

    /** Called by whatever thread writes a log. */
    private final class Keeper extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();

        Keeper() {
            setLevel(Level.INFO);
        }

        @Override
        public void publish(LogRecord line) {
            boolean aboutPeople = String.valueOf(line.getLoggerName()).startsWith(PEOPLE);
            if (isLoggable(line) && !aboutPeople) {
                keep(line.getInstant() + " " + line.getLevel() + " " + line.getLoggerName() + " "
                        + formatter.formatMessage(line)
                        + (line.getThrown() == null ? "" : " " + line.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
