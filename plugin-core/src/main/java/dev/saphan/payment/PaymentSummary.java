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
        Instant createdAt,
        Set<Attention> attention) {}
