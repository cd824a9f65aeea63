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

/**
 * PayNext Extra instalments by QR: scanned with TrueMoney, the plan is picked there. Facts: Omise's page "PayNext Extra
 * Installment QR". A newer page states other limits (no minimum, at most THB 5,000): the older one's are the default.
 */
@Wired
class InstallmentPaynextExtraQr implements PaymentMethod {

    private static final MethodDescriptor DESCRIPTOR = new MethodDescriptor(
            "installment_paynext_extra_qr",
            Flow.QR,
            Set.of(Channel.ONLINE, Channel.COUNTER),
            Set.of("TH"),
            List.of(range("THB", 100_000, 15_000_000)),
            Duration.ofDays(1),
            Optional.empty(),
            Optional.of(Wallets.AT_MIDNIGHT_IN_BANGKOK),
            new RefundRules(Duration.ofDays(30), false));

    @Override
    public MethodDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public void describe(SourceFields source, PaymentDetails details) {
        source.put("promotion_code", details.promotionCode());
    }
}
