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

/** WeChat Pay Quick Pay: the cashier scans the shopper's code. Facts: Omise's page "WeChat Pay (Barcode)". */
@Wired
class BarcodeWechat implements PaymentMethod {

    private static final MethodDescriptor DESCRIPTOR = new MethodDescriptor(
            "barcode_wechat",
            Flow.SCAN,
            Set.of(Channel.COUNTER),
            Set.of("TH"),
            List.of(range("THB", 2_000, 15_000_000)),
            Duration.ofDays(7),
            Optional.empty(),
            Optional.empty(),
            new RefundRules(Duration.ofDays(365), true));

    @Override
    public MethodDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
