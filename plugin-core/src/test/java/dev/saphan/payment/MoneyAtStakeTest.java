/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Dispute;
import dev.saphan.money.Money;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Retold;
import dev.saphan.testing.SomeStore;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyAtStakeTest {

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Checkout checkout =
            Checkout.of(plugin, Order.in(plugin).by("qr_wallet")).paid();
    private final Payment payment = checkout.payment();
    private final Charge charge =
            plugin.omise().books().find(checkout.charge(1)).orElseThrow();

    @Test
    void isRaisedWhenOmiseTakesTheSuccessBackAndTheOrderStaysPaid() {
        plugin.forward(Duration.ofDays(1));

        hear(Retold.of(charge).as(ChargeStatus.REVERSED));

        assertThat(payment.status()).isEqualTo(PaymentStatus.PAID);
        assertThat(payment.takenBackAt()).contains(plugin.now());
        assertThat(raised(Attention.PAYMENT_REVERSED)).isEqualTo("THB 1500.00 at stake, charge " + charge.id());
    }

    @Test
    void isWhatHadNotGoneBackBefore() {
        payment.refunded(Money.ofMinor(50_000, "THB"), plugin.now());

        hear(Retold.of(charge).as(ChargeStatus.REVERSED));

        assertThat(raised(Attention.PAYMENT_REVERSED)).isEqualTo("THB 1000.00 at stake, charge " + charge.id());
    }

    @Test
    void isSafeAgainWhenOmiseSaysSo() {
        hear(Retold.of(charge).as(ChargeStatus.FAILED));
        hear(Retold.of(charge));

        assertThat(payment.attention()).isEmpty();
        assertThat(payment.takenBackAt()).isEmpty();
        assertThat(plugin.story()).contains("omise attention.settled: payment_reversed");
        assertThat(plugin.messages())
                .as("paid once")
                .containsExactly(OrderMessage.PAID, OrderMessage.ATTENTION, OrderMessage.ATTENTION);
    }

    @Test
    void isNoneOfAChargeThatPaidForNothing() {
        Charge second = Retold.of(Charges.charge("chrg_2", charge.amount(), ChargeStatus.SUCCESSFUL))
                .charge();
        hear(Retold.of(second));
        hear(Retold.of(second).as(ChargeStatus.REVERSED));

        assertThat(payment.attention()).containsExactly(Attention.DUPLICATE_PAYMENT);
        assertThat(payment.takenBackAt()).isEmpty();
    }

    @Test
    void isRaisedOnceADisputeIsOpened() {
        hear(disputed(Dispute.Status.OPEN, 60_000));
        hear(disputed(Dispute.Status.OPEN, 70_000));

        assertThat(payment.attention()).containsExactly(Attention.DISPUTE_OPENED);
        assertThat(raised(Attention.DISPUTE_OPENED)).isEqualTo("THB 600.00 at stake, charge " + charge.id());
    }

    @Test
    void isKnownToBeWonOrLostInsteadOnceThatIsDecided() {
        hear(disputed(Dispute.Status.OPEN, 60_000));
        hear(disputed(Dispute.Status.WON, 60_000));
        assertThat(payment.attention()).containsExactly(Attention.DISPUTE_WON);
        assertThat(plugin.story()).contains("omise attention.settled: dispute_opened");

        hear(disputed(Dispute.Status.LOST, 60_000));
        assertThat(payment.attention()).containsExactlyInAnyOrder(Attention.DISPUTE_WON, Attention.DISPUTE_LOST);
    }

    @Test
    void isSafeWhenADisputeIsWithdrawn() {
        hear(disputed(Dispute.Status.OPEN, 60_000));
        hear(Retold.of(charge));

        assertThat(payment.attention()).isEmpty();
        assertThat(plugin.story())
                .containsSubsequence(
                        "omise dispute.withdrawn: " + charge.id(), "omise attention.settled: dispute_opened");
    }

    @Test
    void isNotSafeByAnOldWord() {
        hear(disputed(Dispute.Status.OPEN, 60_000));

        plugin.get(RecordCharge.class).record(payment, checkout.attempt(1), charge, "webhook");

        assertThat(payment.attention()).containsExactly(Attention.DISPUTE_OPENED);
    }

    private Retold disputed(Dispute.Status status, long minor) {
        return Retold.of(charge).disputed(Optional.of(new Dispute(status, Optional.of(Money.ofMinor(minor, "THB")))));
    }

    private void hear(Retold told) {
        plugin.get(RecordCharge.class).record(payment, checkout.attempt(1), told.charge(), "test", true);
    }

    private String raised(Attention kind) {
        return plugin.fired(AttentionRaised.class).stream()
                .filter(raised -> raised.kind() == kind)
                .map(AttentionRaised::detail)
                .reduce((one, other) -> one + " and " + other)
                .orElse("nothing");
    }
}
