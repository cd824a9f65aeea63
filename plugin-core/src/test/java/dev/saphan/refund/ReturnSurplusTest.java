/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Dispute;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.Checkout;
import dev.saphan.payment.Order;
import dev.saphan.payment.SomeMethods;
import dev.saphan.payment.StartAttempt;
import dev.saphan.payment.SyncAttempt;
import dev.saphan.settings.DuplicatePaymentPolicy;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Retold;
import dev.saphan.testing.SomeStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturnSurplusTest {

    private static final Money PRICE = Money.ofMinor(150_000, "THB");

    private final RefundDesk desk = new RefundDesk(SomeStore.usual());
    private final PluginInMemory plugin = desk.plugin();
    private final ReturnSurplus returnSurplus = plugin.get(ReturnSurplus.class);

    @Test
    void givesBackWhatComesTwiceWhereTheStoreWantsIt() {
        RefundDesk strict = new RefundDesk(
                SomeStore.set().duplicates(DuplicatePaymentPolicy.REFUND).store());
        Checkout checkout = paidTwice(strict);

        assertThat(strict.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.isFor(checkout.attempt(1).id())).isTrue();
            assertThat(refund.amount()).isEqualTo(PRICE);
            assertThat(refund.requestedBy()).isEqualTo("saphan");
            assertThat(refund.reason()).isEqualTo("Paid twice");
            assertThat(strict.plugin().jobs().due(WatchRefund.NAME, refund.id().value()))
                    .as("sent by who watches it")
                    .contains(strict.plugin().now());
            strict.plugin().get(WatchRefund.class).run(refund.id().value());
            assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
        });
        assertThat(checkout.payment().refunded().isZero())
                .as("nothing of what paid the order")
                .isTrue();
        assertThat(strict.plugin().story()).contains("saphan refund.requested: THB 1500.00 Paid twice");
    }

    @Test
    void waitsForAPersonOtherwiseAndGoesBackOnce() {
        Checkout checkout = paidTwice(desk);
        assertThat(desk.refunds()).isEmpty();
        assertThat(isPossible(checkout, 1)).isTrue();

        Optional<RefundId> refund = request(checkout, checkout.attempt(1).id());

        assertThat(refund).isPresent();
        assertThat(isPossible(checkout, 1)).isFalse();
        assertThat(request(checkout, checkout.attempt(1).id())).isEmpty();
        assertThat(desk.refunds()).hasSize(1);
    }

    @Test
    void mayBeTriedAgainWhenItFailed() {
        Checkout checkout = paidTwice(desk);
        RefundId first = request(checkout, checkout.attempt(1).id()).orElseThrow();
        desk.refund(first).failed();

        assertThat(request(checkout, checkout.attempt(1).id())).isPresent();
    }

    @Test
    void isNeverWhatPaidTheOrder() {
        Checkout checkout = paidTwice(desk);

        assertThat(isPossible(checkout, 2)).isFalse();
        assertThat(request(checkout, checkout.attempt(2).id())).isEmpty();
        assertThat(desk.refunds()).isEmpty();
    }

    @Test
    void isNothingThatOmiseDoesNotHave() {
        Checkout checkout = paidTwice(desk);
        Attempt surplus = checkout.attempt(1);
        Charge charge = plugin.omise().books().find(checkout.charge(1)).orElseThrow();
        plugin.omise()
                .books()
                .enter(Retold.of(charge)
                        .disputed(Optional.of(new Dispute(Dispute.Status.OPEN, Optional.empty())))
                        .charge());
        checkout.isRead();
        assertThat(returnSurplus.isPossible(checkout.payment(), surplus)).isFalse();

        plugin.omise().books().enter(Retold.of(charge).as(ChargeStatus.REVERSED).charge());
        checkout.isRead();
        assertThat(returnSurplus.isPossible(checkout.payment(), surplus)).isFalse();
    }

    @Test
    void isOfThatPayment() {
        Checkout checkout = paidTwice(desk);
        Checkout other = desk.paid(PRICE);

        assertThat(request(other, checkout.attempt(1).id())).isEmpty();
        assertThat(request(checkout, new AttemptId("att_nobodys"))).isEmpty();
        assertThat(desk.refunds()).isEmpty();
    }

    private boolean isPossible(Checkout checkout, int number) {
        return returnSurplus.isPossible(checkout.payment(), checkout.attempt(number));
    }

    private Optional<RefundId> request(Checkout checkout, AttemptId attempt) {
        return returnSurplus.request(checkout.id(), attempt, "Paid twice", "admin");
    }

    /** By the second charge, and then by the first, which had been over. */
    private static Checkout paidTwice(RefundDesk desk) {
        PluginInMemory plugin = desk.plugin();
        Checkout checkout = Checkout.of(plugin, Order.in(plugin).by("qr_wallet"));
        plugin.get(StartAttempt.class).start(checkout.id(), AttemptRequest.with(SomeMethods.PAGE), "shopper");
        checkout.paid();
        plugin.omise().books().pay(checkout.charge(1), plugin.now());
        plugin.get(SyncAttempt.class).sync(checkout.attempt(1).id(), "test");
        return checkout;
    }
}
