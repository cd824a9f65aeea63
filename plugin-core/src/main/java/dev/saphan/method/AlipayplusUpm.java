/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import static dev.saphan.method.Wallets.range;

import dev.saphan.wiring.Wired;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Alipay+ user-presented mode: the cashier scans the shopper's code. Facts: Omise's page "User-Presented Mode". */
@Wired
class AlipayplusUpm implements PaymentMethod {

    private static final MethodDescriptor DESCRIPTOR = new MethodDescriptor(
            "alipayplus_upm",
            Flow.SCAN,
            Set.of(Channel.COUNTER),
            Set.of("TH", "SG", "MY"),
            List.of(range("MYR", 100, 3_000_000), range("SGD", 100, 2_000_000), range("THB", 2_000, 15_000_000)),
            Duration.ofDays(7),
            Optional.empty(),
            Optional.of(Wallets.AT_16_15_UTC),
            new RefundRules(Duration.ofDays(365), true));

    @Override
    public MethodDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
