/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import java.util.Locale;

/** Why an attempt did not succeed: a closed list, mapped from Omise's open one. Sentences lie in {@code failures.properties}. */
public enum FailureCode {
    INSUFFICIENT_FUNDS,
    REJECTED,
    CANCELLED,
    EXPIRED,
    INVALID_ACCOUNT,
    PROCESSING_ERROR,
    REQUEST_REFUSED,
    NOT_REACHED,
    OTHER;

    /** Sources: the failure codes of the five methods' pages, plus the general ones that wallets have been seen with. */
    static FailureCode ofCharge(String omiseCode) {
        return switch (omiseCode) {
            case "insufficient_fund", "insufficient_balance" -> INSUFFICIENT_FUNDS;
            case "payment_rejected", "failed_fraud_check" -> REJECTED;
            case "payment_cancelled" -> CANCELLED;
            case "payment_expired", "timeout" -> EXPIRED;
            case "invalid_account", "invalid_account_number" -> INVALID_ACCOUNT;
            case "failed_processing" -> PROCESSING_ERROR;
            default -> OTHER;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
