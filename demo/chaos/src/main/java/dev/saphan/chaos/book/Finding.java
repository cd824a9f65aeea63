/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import java.util.Locale;

/**
 * Something that must not be.
 *
 * @param what with the ids and what each book says
 */
public record Finding(Kind kind, String what) {

    /** In which way the books are wrong. */
    public enum Kind {
        /** A successful charge or a refund at Omise which the plugin or the store does not know. */
        LOST,
        /**
         * Two charges for one attempt; two successful charges for one order of which the second is neither shown as a
         * duplicate or late payment nor given back; two refunds for one request, or more given back than was paid; an
         * order paid twice, that is two payments of it paid or the store told twice of the same one.
         */
        DOUBLED,
        /**
         * At the end neither settled nor waiting for a person. A job that was given up counts too, though a person is
         * shown it: no fault lasts so long that its error budget may run out.
         */
        STUCK,
        /** Amount, currency or status are not the same in two books. */
        DIFFERING;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return kind.text() + ": " + what;
    }
}
