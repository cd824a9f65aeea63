/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import java.time.Instant;

/**
 * Work that is due at a time and must be done, whatever node lives then. It may run again after a crash, so running it
 * twice must be harmless. An exception means: later again, with back-off.
 */
public interface Job {

    /** Steady name of this kind of work. */
    String name();

    /** @param id what it is about: an attempt, an event, a command */
    Next run(String id);

    /** Behind which other work it may have to wait. */
    default Lane lane() {
        return Lane.UPKEEP;
    }

    /** How often in a row it may fail before it is given up until a person asks for it: at first after some hours. */
    default int errorBudget() {
        return 30;
    }

    /** What comes after a run. */
    sealed interface Next {

        Next DONE = new Done();

        static Next at(Instant time) {
            return new Again(time);
        }

        /** Nothing more to do. */
        record Done() implements Next {}

        /** To be run again then. */
        record Again(Instant time) implements Next {}
    }
}
