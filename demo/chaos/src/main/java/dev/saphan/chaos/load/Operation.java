/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import java.util.Locale;

/** What is counted. */
public enum Operation {
    ORDER,
    ORDER_SENT_TWICE,
    APPROVAL,
    DECLINE,
    SCAN_AT_TILL,
    RENEWAL,
    CHANGE_OF_METHOD,
    LATE_TRY_OF_AN_OLD_CODE,
    LATE_SUCCESS,
    START_WITH_A_USED_KEY,
    EXPIRY,
    CANCELLATION,
    RETURN,
    SYNC,
    POLL,
    REFUND,
    REFUND_WITH_A_USED_KEY,
    REFUND_AT_OMISE,
    LEFT_UNPAID,
    /** Something did not answer for so long that the person went away. */
    GIVEN_UP;

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
