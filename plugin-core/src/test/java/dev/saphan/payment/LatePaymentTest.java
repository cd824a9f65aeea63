/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.settings.DuplicatePaymentPolicy;
import dev.saphan.settings.LatePaymentPolicy;
import dev.saphan.settings.Store;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Retold;
import dev.saphan.testing.SomeStore;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Money for a payment that was closed, or for an order that is paid. */
class LatePaymentTest {

    private static final Instant PAID_AT = SomePayment.NOON.plusSeconds(90);

    @Test
    void paysAfterAllWithoutAWordWhereTheStoreAcceptsIt() {
        PluginInMemory plugin = plugin(LatePaymentPolicy.ACCEPT);
        Checkout checkout = closed(plugin);

        succeeds(checkout);

        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(checkout.payment().closedReason()).isEmpty();
        assertThat(checkout.payment().paidAt()).contains(PAID_AT);
        assertThat(checkout.payment().attention()).isEmpty();
        assertThat(plugin.messages()).containsExactly(OrderMessage.CLOSED, OrderMessage.PAID);
        assertThat(plugin.story()).endsWith("saphan payment.paid: after it was closed");
    }

    @Test
    void isShownToAPersonWhereTheStoreWantsThat() {
        PluginInMemory plugin = plugin(LatePaymentPolicy.ACCEPT_AND_FLAG);
        Checkout checkout = closed(plugin);

        succeeds(checkout);

        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(plugin.fired(AttentionRaised.class))
                .containsExactly(
                        new AttentionRaised(checkout.payment(), Attention.LATE_PAYMENT, "paid after it was closed"));
        assertThat(plugin.fired(SurplusPayment.class)).isEmpty();
    }

    @Test
    void goesBackAndLeavesThePaymentClosedWhereTheStoreRefundsIt() {
        PluginInMemory plugin = plugin(LatePaymentPolicy.REFUND);
        Checkout checkout = closed(plugin);

        succeeds(checkout);

        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.CLOSED);
        assertThat(checkout.payment().attention()).containsExactly(Attention.LATE_PAYMENT);
        assertThat(plugin.fired(SurplusPayment.class))
                .containsExactly(
                        new SurplusPayment(checkout.payment(), checkout.attempt(1), "Paid after it was closed"));
        assertThat(plugin.messages()).doesNotContain(OrderMessage.PAID);
    }

    @Test
    void isADuplicateWhereTheOrderHasAnotherPayment() {
        for (LatePaymentPolicy policy : LatePaymentPolicy.values()) {
            PluginInMemory plugin = plugin(policy);
            Checkout late = closed(plugin);
            late.order().withNewKey().pay();

            succeeds(late);

            assertThat(late.payment().status()).isEqualTo(PaymentStatus.CLOSED);
            assertThat(plugin.fired(AttentionRaised.class))
                    .containsExactly(new AttentionRaised(
                            late.payment(),
                            Attention.DUPLICATE_PAYMENT,
                            "charge " + late.charge(1) + " came late, and the order has another payment"));
            assertThat(plugin.fired(SurplusPayment.class)).isEmpty();
        }
    }

    @Test
    void isFlaggedWhenOneOrderIsPaidTwice() {
        PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
        Checkout checkout = paidTwice(plugin);

        assertThat(checkout.payment().paidAttempt()).contains(checkout.attempt(1));
        assertThat(plugin.fired(AttentionRaised.class))
                .containsExactly(new AttentionRaised(
                        checkout.payment(), Attention.DUPLICATE_PAYMENT, "charge chrg_2 paid it again"));
        assertThat(plugin.fired(SurplusPayment.class)).isEmpty();
    }

    @Test
    void goesBackWhenOneOrderIsPaidTwiceWhereTheStoreWantsThat() {
        PluginInMemory plugin = PaymentFakes.plugin(
                SomeStore.set().duplicates(DuplicatePaymentPolicy.REFUND).store());
        Checkout checkout = paidTwice(plugin);

        assertThat(plugin.fired(SurplusPayment.class))
                .containsExactly(new SurplusPayment(checkout.payment(), checkout.attempt(2), "Paid twice"));
    }

    private static Checkout paidTwice(PluginInMemory plugin) {
        Checkout checkout =
                Checkout.of(plugin, Order.in(plugin).by("qr_wallet")).paid();
        Charge second = Charges.charge("chrg_2", checkout.payment().amount(), ChargeStatus.SUCCESSFUL);
        plugin.get(RecordCharge.class).record(checkout.payment(), checkout.attempt(1), second, "webhook");
        return checkout;
    }

    private static PluginInMemory plugin(LatePaymentPolicy policy) {
        Store store = SomeStore.set().late(policy).store();
        return PaymentFakes.plugin(store);
    }

    private static Checkout closed(PluginInMemory plugin) {
        Checkout checkout = Checkout.of(plugin, Order.in(plugin).by("qr_wallet"));
        plugin.get(CancelPayment.class).cancel(checkout.id(), ClosedReason.EXPIRED, "saphan");
        return checkout;
    }

    private static void succeeds(Checkout checkout) {
        Charge charge =
                checkout.plugin().omise().books().find(checkout.charge(1)).orElseThrow();
        Charge paid = Retold.of(charge)
                .as(ChargeStatus.SUCCESSFUL)
                .paidAt(Optional.of(PAID_AT))
                .charge();
        checkout.plugin()
                .get(RecordCharge.class)
                .record(checkout.payment(), checkout.attempt(1), paid, "webhook", true);
    }
}
