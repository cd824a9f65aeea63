/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Channel;
import dev.saphan.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A payment in a list.
 *
 * @param processing whether Omise was asked and has not answered
 * @param chargeId of the attempt that paid, or else of the last one
 */
public record PaymentSummary(
        PaymentId id,
        String orderReference,
        PaymentStatus status,
        boolean processing,
        Optional<ClosedReason> closedReason,
        Money amount,
        Money refunded,
        Optional<String> method,
        Channel channel,
        Optional<String> chargeId,
        Instant createdAt,
        Optional<Instant> paidAt,
        Set<Attention> attention) {}
