/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.settings.OmiseAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt as we know it before Omise is asked about it.
 *
 * @param version of the payment
 * @param asked when Omise is asked
 */
public record KnownAttempt(
        PaymentId payment,
        long version,
        AttemptId attempt,
        OmiseAccount account,
        Optional<String> chargeId,
        Instant createdAt,
        Instant asked) {

    /** Nobody can say whether the payment stood like this before Omise was asked. */
    KnownAttempt afterReading() {
        return new KnownAttempt(payment, -1, attempt, account, chargeId, createdAt, asked);
    }
}
