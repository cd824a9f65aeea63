/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.settings.MethodSettings.AmountRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is fixed about a payment method. Every value is a default that a store may override, because the sources do not
 * agree on all of them.
 *
 * @param code Omise's source type
 * @param countries of the merchant's account, two letters
 * @param limits per supported currency
 * @param chargeLife how long Omise keeps an unpaid charge pending
 * @param expiryRange empty when the caller cannot choose the expiry
 */
public record MethodDescriptor(
        String code,
        Flow flow,
        Set<Channel> channels,
        Set<String> countries,
        List<AmountRange> limits,
        Duration chargeLife,
        Optional<ExpiryRange> expiryRange,
        Optional<VoidCutoff> voidCutoff,
        RefundRules refunds) {}
