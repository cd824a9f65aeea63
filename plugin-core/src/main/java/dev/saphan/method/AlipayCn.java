/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import static dev.saphan.method.Wallets.range;

import dev.saphan.wiring.Wired;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Alipay CN: the shopper is sent to the wallet and comes back. Facts: Omise's page "Alipay CN". */
@Wired
class AlipayCn implements PaymentMethod {

    /** The refund window is stated nowhere; 365 days is Omise's general limit. */
    private static final MethodDescriptor DESCRIPTOR = new MethodDescriptor(
            "alipay_cn",
            Flow.REDIRECT,
            Set.of(Channel.ONLINE),
            Set.of("TH", "SG"),
            List.of(range("SGD", 100, 2_000_000), range("THB", 2_000, 15_000_000)),
            Duration.ofDays(7),
            Optional.empty(),
            Optional.of(Wallets.AT_16_15_UTC),
            new RefundRules(Duration.ofDays(365), true));

    @Override
    public MethodDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public void describe(SourceFields source, PaymentDetails details) {
        source.put("platform_type", Objects.requireNonNullElse(details.platform(), "WEB"));
    }
}
