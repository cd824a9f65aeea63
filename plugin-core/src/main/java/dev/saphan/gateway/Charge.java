/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A charge as the gateway tells it.
 *
 * @param attempt the id that we wrote into its metadata, if it is one of ours
 * @param failureCode from the gateway's open list
 * @param createdAt as the times after it: empty when the gateway does not tell it
 * @param refunded what went back so far, pending refunds included as the gateway counts them; empty when it does not say
 * @param fees empty when the gateway does not tell all of them
 * @param partiallyRefundable empty when the gateway does not say
 * @param tellsAllRefunds whether a refund that is not among them is surely not there
 */
public record Charge(
        String id,
        Mode mode,
        Money amount,
        ChargeStatus status,
        String sourceType,
        Optional<String> attempt,
        Optional<String> failureCode,
        Optional<URI> authorizeUri,
        Optional<URI> qrImage,
        Optional<Instant> createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> paidAt,
        Optional<Money> refunded,
        Optional<ChargeFees> fees,
        boolean refundable,
        Optional<Boolean> partiallyRefundable,
        Optional<Dispute> dispute,
        List<GatewayRefund> refunds,
        boolean tellsAllRefunds) {}
