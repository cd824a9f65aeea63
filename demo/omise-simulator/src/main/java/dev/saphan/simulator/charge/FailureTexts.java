/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import java.util.Map;

/** The messages that go with failure codes; those of money and fraud are recorded ones. */
final class FailureTexts {

    private static final Map<String, String> TEXTS = Map.of(
            "insufficient_fund", "insufficient funds in the account or the card has reached the credit limit",
            "insufficient_balance", "insufficient funds in the account or the card has reached the credit limit",
            "failed_fraud_check", "failed fraud check",
            "timeout", "Timeout",
            "payment_rejected", "the payment was rejected by the issuer",
            "payment_cancelled", "the payment was cancelled by the payer",
            "payment_expired", "the payment has expired",
            "invalid_account", "no valid account was found for the payment method",
            "failed_processing", "the payment processing has failed");

    private FailureTexts() {}

    static String of(String code) {
        return TEXTS.getOrDefault(code, code.replace('_', ' '));
    }
}
