/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import java.util.Locale;
import java.util.regex.Pattern;

/** Why an attempt did not succeed: a closed list, mapped from Omise's open one. Sentences lie in {@code failures.properties}. */
public enum FailureCode {
    INSUFFICIENT_FUNDS,
    REJECTED,
    CANCELLED,
    EXPIRED,
    INVALID_ACCOUNT,
    PROCESSING_ERROR,
    REQUEST_REFUSED,
    /** Omise has other limits for the method than we know. */
    AMOUNT_NOT_ACCEPTED,
    NOT_REACHED,
    OTHER;

    private static final Pattern BOUNDED_AMOUNT = Pattern.compile(
            "\\bamount\\b.*\\b(greater|less|more|least|most|between|above|below|under|over|minimum|maximum|limits?"
                    + "|exceeds?|exceeded|small|large|low|high)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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

    /**
     * Why Omise made no charge. Seen beside {@code invalid_charge} and {@code bad_request}: "amount must be greater than or equal
     * to …", "amount must be at least …", "amount must be less than …".
     */
    static FailureCode ofRefusal(String omiseCode, String message) {
        boolean aboutAmount = omiseCode.equals("invalid_amount")
                || BOUNDED_AMOUNT.matcher(message).find();
        return aboutAmount ? AMOUNT_NOT_ACCEPTED : REQUEST_REFUSED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
