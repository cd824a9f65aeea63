/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

/** What becomes of an order. */
enum Course {
    PAY(6),
    DECLINE_AND_PAY_AGAIN(2),
    /** A new code in the same way; somebody tries the old one afterwards. */
    RENEW_AND_PAY(2),
    CHANGE_METHOD_AND_PAY(2),
    /** Pays the old code at the moment when a new one is asked for. */
    RENEW_WHILE_PAYING(2),
    START_THRICE_WITH_ONE_KEY(2),
    EXPIRE_AND_PAY_AGAIN(1),
    CANCEL(2),
    CANCEL_WHILE_PAYING(2),
    LEAVE(1);

    private final int weight;

    Course(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /** Whether there may be money to give back in the end. */
    boolean mayBePaid() {
        return this != LEAVE && this != CANCEL;
    }
}
