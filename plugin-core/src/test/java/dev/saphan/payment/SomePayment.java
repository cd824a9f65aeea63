/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.method.Channel;
import dev.saphan.method.Flow;
import dev.saphan.method.MethodDescriptor;
import dev.saphan.method.PaymentDetails;
import dev.saphan.method.PaymentMethod;
import dev.saphan.method.RefundRules;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.Retold;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Payments that no database knows. */
public final class SomePayment {

    public static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    public static final StoreId STORE = new StoreId("shop");

    /** Takes any currency, and partial refunds for thirty days. */
    public static final PaymentMethod METHOD = () -> new MethodDescriptor(
            "any_wallet",
            Flow.QR,
            Set.of(Channel.ONLINE),
            Set.of("TH"),
            List.of(),
            Duration.ofHours(12),
            Optional.empty(),
            Optional.empty(),
            new RefundRules(Duration.ofDays(30), true));

    private static final Duration LIFE = Duration.ofDays(7);

    private SomePayment() {}

    public static Payment open(Money amount) {
        PaymentOrder order = new PaymentOrder(
                STORE,
                Mode.TEST,
                "O-1",
                amount,
                Optional.of(Channel.ONLINE),
                Optional.of(Locale.ENGLISH),
                URI.create("https://shop.example/orders/1"),
                Optional.empty());
        return new Payment(
                PaymentId.next(), order, new PageToken("hash", "sealed"), NOON, NOON.plus(Duration.ofDays(7)));
    }

    public static Payment paid(Money amount) {
        return paid(amount, told -> told);
    }

    /** By a charge of which Omise tells that. */
    public static Payment paid(Money amount, UnaryOperator<Retold> told) {
        return paid(METHOD, amount, told);
    }

    public static Payment paid(PaymentMethod method, Money amount, UnaryOperator<Retold> told) {
        Payment payment = open(amount);
        Attempt attempt = payment.begin(method, NOON);
        Charge charge = told.apply(Retold.of(Charges.charge("chrg_1", amount, ChargeStatus.SUCCESSFUL)))
                .charge();
        attempt.follow(charge, NOON);
        attempt.followDispute(charge, true);
        payment.paidBy(attempt, NOON, NOON);
        return payment;
    }

    /** Omise took the success back. */
    public static void reversed(Payment payment) {
        payment.attempts().get(0).follow(Charges.charge("chrg_1", payment.amount(), ChargeStatus.REVERSED), true, NOON);
    }

    /** Kept in the database, paid by that charge, in whatever currency. Call it inside a transaction. */
    public static Payment kept(Payments payments, Charge charge) {
        PaymentOrder order = new PaymentOrder(
                STORE,
                Mode.TEST,
                "O-" + charge.id(),
                charge.amount(),
                Optional.of(Channel.ONLINE),
                Optional.of(Locale.ENGLISH),
                URI.create("https://shop.example/orders/1"),
                Optional.empty());
        Payment payment = new Payment(
                PaymentId.next(), order, new PageToken(charge.id(), "sealed"), NOON, NOON.plus(Duration.ofDays(7)));
        Attempt attempt = payment.begin(METHOD, NOON);
        attempt.follow(charge, NOON);
        payment.paidBy(attempt, charge.paidAt().orElseThrow(), NOON);
        payments.add(payment, PaymentDetails.NONE);
        return payment;
    }

    /**
     * Kept in the database as taken at a till: paid at that moment, or still under way.
     *
     * @param cashier empty where nobody was signed in
     * @param paidAt empty while it is pending
     */
    public static Payment atTill(
            Payments payments,
            StoreId store,
            Money amount,
            Optional<String> cashier,
            Instant begun,
            Optional<Instant> paidAt) {
        PaymentId id = PaymentId.next();
        PaymentOrder order = new PaymentOrder(
                store,
                Mode.TEST,
                id.value(),
                amount,
                Optional.of(Channel.COUNTER),
                Optional.of(Locale.ENGLISH),
                URI.create("https://shop.example/orders/1"),
                Optional.empty());
        Payment payment = new Payment(id, order, new PageToken(id.value(), "sealed"), begun, begun.plus(LIFE));
        Attempt attempt = payment.begin(METHOD, begun);
        cashier.ifPresent(attempt::takenBy);
        ChargeStatus status = paidAt.isPresent() ? ChargeStatus.SUCCESSFUL : ChargeStatus.PENDING;
        attempt.follow(Charges.charge("chrg_" + id.value(), amount, status), begun);
        paidAt.ifPresent(when -> payment.paidBy(attempt, when, when));
        payments.add(payment, PaymentDetails.NONE);
        return payment;
    }

    public static void refunded(Payment payment, Money total) {
        payment.refunded(total, NOON);
    }
}
