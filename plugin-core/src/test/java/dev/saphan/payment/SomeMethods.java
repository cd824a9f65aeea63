/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Channel;
import dev.saphan.method.ExpiryRange;
import dev.saphan.method.Flow;
import dev.saphan.method.MethodDescriptor;
import dev.saphan.method.PaymentDetails;
import dev.saphan.method.PaymentMethod;
import dev.saphan.method.RefundRules;
import dev.saphan.method.SourceFields;
import dev.saphan.money.Money;
import dev.saphan.settings.MethodSettings.AmountRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A wallet of each kind, for 20 to 150,000 baht. */
public final class SomeMethods {

    /** Online and at the till; its time to pay can be chosen, from half a minute to twelve hours. */
    public static final PaymentMethod QR = wallet(
            "qr_wallet",
            Flow.QR,
            Set.of(Channel.ONLINE, Channel.COUNTER),
            Optional.of(new ExpiryRange(Duration.ofSeconds(30), Duration.ofHours(12))));

    public static final PaymentMethod PAGE =
            wallet("page_wallet", Flow.REDIRECT, Set.of(Channel.ONLINE), Optional.empty());
    public static final PaymentMethod SCAN =
            wallet("scan_wallet", Flow.SCAN, Set.of(Channel.COUNTER), Optional.empty());

    private SomeMethods() {}

    public static List<PaymentMethod> all() {
        return List.of(QR, PAGE, SCAN, SomePayment.METHOD);
    }

    static PaymentMethod find(String code) {
        return all().stream()
                .filter(method -> method.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static PaymentMethod wallet(String code, Flow flow, Set<Channel> channels, Optional<ExpiryRange> expiry) {
        return new Wallet(new MethodDescriptor(
                code,
                flow,
                channels,
                Set.of("TH"),
                List.of(new AmountRange(Money.ofMinor(2_000, "THB"), Money.ofMinor(15_000_000, "THB"))),
                Duration.ofHours(12),
                expiry,
                Optional.empty(),
                new RefundRules(Duration.ofDays(30), true)));
    }

    private record Wallet(MethodDescriptor descriptor) implements PaymentMethod {

        @Override
        public void describe(SourceFields source, PaymentDetails details) {
            source.put("name", details.name());
        }
    }
}
