/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.method.Channel;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentDetails;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentOrder;
import dev.saphan.payment.Payments;
import dev.saphan.payment.StartPayment;
import dev.saphan.payment.SyncAttempt;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.Refunds;
import dev.saphan.refund.RequestRefund;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.testing.Retold;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What the store sells and gives back. */
final class Sales {

    private final Office office;

    Sales(Office office) {
        this.office = office;
    }

    PaymentId open() {
        return open(Office.STORE);
    }

    PaymentId openInTheOtherStore() {
        return open(Office.OTHER);
    }

    private PaymentId open(StoreId store) {
        String order = "O-" + UUID.randomUUID();
        return office.get(StartPayment.class)
                .start(new StartPayment.Request(
                        office.get(Stores.class).get(store),
                        key(store, "POST /payments", order),
                        new PaymentOrder(
                                store,
                                Mode.TEST,
                                order,
                                Office.PRICE,
                                Optional.of(Channel.ONLINE),
                                Optional.of(Locale.ENGLISH),
                                URI.create("https://shop.example/orders/1"),
                                Optional.empty()),
                        Optional.of(
                                AttemptRequest.with(office.get(Methods.class).get("atome_qr"))),
                        PaymentDetails.NONE,
                        Optional.empty()));
    }

    /** Paid, and everybody knows it. */
    PaymentId paid() {
        PaymentId payment = open();
        payInWallet(payment);
        sync(payment);
        return payment;
    }

    void payInWallet(PaymentId payment) {
        office.omise().books().pay(charge(payment), office.clock().instant());
    }

    void sync(PaymentId payment) {
        office.get(SyncAttempt.class).sync(attempt(payment), "test");
    }

    void refund(PaymentId payment, Money amount, Money expected) {
        office.get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        payment,
                        key(Office.STORE, "refund", UUID.randomUUID().toString()),
                        amount,
                        expected,
                        "broken",
                        RefundOrigin.API,
                        "storefront"));
    }

    private IdempotencyKey key(StoreId store, String operation, String key) {
        return new IdempotencyKey(store, Mode.TEST, operation, key, "hash");
    }

    AttemptId attempt(PaymentId payment) {
        return readAttempt(payment).id();
    }

    /** The newest. */
    Attempt readAttempt(PaymentId payment) {
        return office.transactions()
                .call(() -> office.get(Payments.class)
                        .find(payment)
                        .flatMap(Payment::newestAttempt)
                        .orElseThrow());
    }

    Payment read(PaymentId payment) {
        return office.transactions().call(() -> {
            Payment found = office.get(Payments.class).find(payment).orElseThrow();
            found.attention();
            return found;
        });
    }

    /** The one that Omise has for it, whether we know it or not. */
    String charge(PaymentId payment) {
        AttemptId attempt = attempt(payment);
        return office.omise().books().charges().stream()
                .filter(charge -> charge.attempt().equals(Optional.of(attempt.value())))
                .map(Charge::id)
                .findFirst()
                .orElseThrow();
    }

    List<Refund> refunds(PaymentId payment) {
        return office.transactions().call(() -> office.get(Refunds.class).of(payment));
    }

    void retellRefunds(PaymentId payment, List<GatewayRefund> refunds) {
        Charge charge = office.omise().books().find(charge(payment)).orElseThrow();
        office.omise().books().enter(Retold.of(charge).with(refunds).charge());
    }

    /** Omise says now that it had been a void. */
    void retellAsVoid(PaymentId payment) {
        GatewayRefund told = office.omise().refunds(charge(payment)).get(0);
        retellRefunds(
                payment,
                List.of(new GatewayRefund(
                        told.id(), told.amount(), told.status(), true, told.refund(), told.createdAt())));
    }
}
