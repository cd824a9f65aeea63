/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Charge;

/**
 * Omise's view of a charge was compared with ours. Fired inside the transaction, with the payment locked, so that what
 * else depends on the charge (its refunds) is brought up to date with it.
 *
 * @param isCurrent whether nothing was written down about the payment since Omise was asked. If not, what is missing in
 *     the charge may only be newer than it
 * @param mayHaveRefunds whether the attempt was settled before already: of one that was not, nothing can have gone back
 *     but what the charge tells
 */
public record ChargeRecorded(
        Payment payment, Attempt attempt, Charge charge, boolean isCurrent, boolean mayHaveRefunds) {}
