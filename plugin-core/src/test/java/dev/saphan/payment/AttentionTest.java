/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.money.Money;
import dev.saphan.storefront.OrderConflict;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.SomeStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Checkout checkout = Checkout.of(plugin, Order.in(plugin).withoutMethod());
    private final Payment payment = checkout.payment();

    @Test
    void isRaisedOnceForEachKind() {
        raise(Attention.REFUND_FAILED, "ref_1 over THB 10.00");
        raise(Attention.REFUND_FAILED, "ref_2 over THB 20.00");
        raise(Attention.LATE_PAYMENT, "late");

        assertThat(payment.attention()).containsExactlyInAnyOrder(Attention.REFUND_FAILED, Attention.LATE_PAYMENT);
        assertThat(plugin.fired(AttentionRaised.class))
                .extracting(AttentionRaised::detail)
                .containsExactly("ref_1 over THB 10.00", "late");
        assertThat(plugin.messages()).containsExactly(OrderMessage.ATTENTION, OrderMessage.ATTENTION);
        assertThat(plugin.story()).contains("saphan attention.refund_failed: ref_1 over THB 10.00");
    }

    @Test
    void isSettledOnceByWhoeverLookedAtIt() {
        raise(Attention.LATE_PAYMENT, "late");

        assertThat(settle(Attention.LATE_PAYMENT)).isTrue();
        assertThat(settle(Attention.LATE_PAYMENT)).as("again").isFalse();
        assertThat(settle(Attention.REFUND_FAILED)).as("never raised").isFalse();

        assertThat(payment.attention()).isEmpty();
        assertThat(plugin.fired(AttentionSettled.class))
                .containsExactly(new AttentionSettled(payment, Attention.LATE_PAYMENT, "anong"));
        assertThat(plugin.messages()).containsExactly(OrderMessage.ATTENTION, OrderMessage.ATTENTION);
        assertThat(plugin.story()).contains("anong attention.settled: late_payment");
    }

    @Test
    void isSeenByWhoWaitsForThePayment() {
        long version = payment.version();
        plugin.forward(Duration.ofSeconds(1));

        settle(Attention.LATE_PAYMENT);

        assertThat(payment.version()).isGreaterThan(version);
    }

    @Test
    void isRaisedByAStorefrontWhoseOrderIsOtherwise() {
        conflict(payment.id().value(), OrderMessage.PAID);

        assertThat(plugin.fired(AttentionRaised.class))
                .containsExactly(new AttentionRaised(
                        payment, Attention.ORDER_CONFLICT, "payment.paid met an order that is cancelled"));
    }

    @Test
    void isNotRaisedAboutItself() {
        conflict(payment.id().value(), OrderMessage.ATTENTION);

        assertThat(payment.attention()).isEmpty();
    }

    @Test
    void isNotRaisedAboutWhatIsNoPayment() {
        conflict("methods", OrderMessage.METHODS_REGISTERED);

        assertThat(plugin.fired(AttentionRaised.class)).isEmpty();
    }

    @Test
    void isRaisedForARefundThatFailed() {
        plugin.get(RefundBooking.class).raiseFailure(payment, "ref_1 over THB 10.00");

        assertThat(payment.attention()).containsExactly(Attention.REFUND_FAILED);
    }

    @Test
    void isNoneForARefundThatIsBooked() {
        plugin.get(RefundBooking.class).book(payment, Money.ofMinor(1_000, "THB"));

        assertThat(payment.refunded()).isEqualTo(Money.ofMinor(1_000, "THB"));
        assertThat(payment.attention()).isEmpty();
    }

    private void conflict(String subject, String message) {
        plugin.get(RaiseOrderConflict.class).raise(new OrderConflict(subject, message, "cancelled"));
    }

    private void raise(Attention kind, String detail) {
        plugin.get(RaiseAttention.class).raise(payment, kind, detail);
    }

    private boolean settle(Attention kind) {
        return plugin.get(SettleAttention.class).settle(payment.id(), kind, "anong");
    }
}
