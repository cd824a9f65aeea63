/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.ChargeStatus;
import dev.saphan.job.Job.Next;
import dev.saphan.job.Lane;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.SomeStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CancelPaymentTest {

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Order order = Order.in(plugin).by("qr_wallet");

    @Test
    void closesAtOnceWhatNobodyIsPaying() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());

        assertThat(cancel(checkout)).isTrue();

        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.CLOSED);
        assertThat(checkout.payment().closedReason()).contains(ClosedReason.CANCELLED);
        assertThat(plugin.messages()).containsExactly(OrderMessage.CLOSED);
        assertThat(plugin.story()).contains("shopper payment.closed: cancelled");
    }

    @Test
    void expiresTheChargeAtOmiseFirst() {
        Checkout checkout = Checkout.of(plugin, order);

        assertThat(cancel(checkout)).isTrue();

        assertThat(checkout.attempt(1).status()).isEqualTo(AttemptStatus.EXPIRED);
        assertThat(checkout.attempt(1).failureCode()).contains(FailureCode.EXPIRED);
        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.CLOSED);
        assertThat(plugin.messages()).as("not that an attempt failed").containsExactly(OrderMessage.CLOSED);
        assertThat(plugin.omise().books().find(checkout.charge(1)).orElseThrow().status())
                .isEqualTo(ChargeStatus.EXPIRED);
    }

    @Test
    void findsWhatWasPaidAtThatVeryMoment() {
        Checkout checkout = Checkout.of(plugin, order).paidAtOmise();

        assertThat(cancel(checkout)).isTrue();

        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(checkout.payment().isClosing()).isFalse();
        assertThat(plugin.messages()).containsExactly(OrderMessage.PAID);
    }

    @Test
    void leavesAPaymentOpenUntilOmiseHasAnswered() {
        Checkout checkout = Checkout.of(plugin, order);
        plugin.omise().failNext("expire", Fault.LOSE_ANSWER);
        plugin.omise().beSilent("read", true);

        assertThat(cancel(checkout)).isFalse();
        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(checkout.payment().isClosing()).isTrue();

        plugin.omise().beSilent("read", false);
        assertThat(checkout.isRead()).isTrue();
        assertThat(checkout.payment().closedReason()).contains(ClosedReason.CANCELLED);
        assertThat(plugin.messages()).containsExactly(OrderMessage.CLOSED);
    }

    @Test
    void asksWhatBecameOfAChargeWhoseAnswerWasLostAndLeavesItThen() {
        plugin.omise().failNext("create", Fault.LOSE_ANSWER);
        Checkout checkout = Checkout.of(plugin, order);

        assertThat(cancel(checkout)).isFalse();

        assertThat(checkout.attempt(1).status()).as("it was found").isEqualTo(AttemptStatus.PENDING);
        assertThat(checkout.payment().isClosing()).isTrue();
    }

    @Test
    void changesNothingOfWhatIsPaidOrClosed() {
        Checkout paid = Checkout.of(plugin, order).paid();
        Checkout closed = Checkout.of(plugin, order.called("O-2").withNewKey());
        cancel(closed);
        int told = plugin.messages().size();

        assertThat(cancel(paid)).isTrue();
        assertThat(cancel(closed)).isTrue();

        assertThat(paid.payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(plugin.messages()).hasSize(told);
    }

    @Test
    void isDoneByTheJobWhenTheTimeIsOver() {
        Checkout checkout = Checkout.of(plugin, order);
        ClosePayment job = plugin.get(ClosePayment.class);

        assertThat(job.name()).isEqualTo("close-payment");
        assertThat(job.lane()).isEqualTo(Lane.PAYMENTS);
        assertThat(job.run(checkout.id().value())).isEqualTo(Next.DONE);
        assertThat(checkout.payment().closedReason()).contains(ClosedReason.EXPIRED);
        assertThat(plugin.story()).contains("saphan payment.closed: expired");
        assertThat(job.run("pay_nobodys")).isEqualTo(Next.DONE);
    }

    @Test
    void isTriedAgainByTheJobAMinuteLater() {
        Checkout checkout = Checkout.of(plugin, order);
        plugin.omise().failNext("expire", Fault.LOSE_ANSWER);
        plugin.omise().beSilent("read", true);

        assertThat(plugin.get(ClosePayment.class).run(checkout.id().value()))
                .isEqualTo(Next.at(plugin.now().plus(Duration.ofMinutes(1))));
    }

    @Test
    void isNotWhatGivingUpAnAttemptIs() {
        Checkout checkout = Checkout.of(plugin, order);

        assertThat(plugin.get(CancelAttempt.class).cancel(checkout.id(), "cashier"))
                .isTrue();

        assertThat(checkout.attempt(1).status()).isEqualTo(AttemptStatus.EXPIRED);
        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(plugin.messages()).containsExactly(OrderMessage.ATTEMPT_FAILED);
        assertThat(plugin.story()).anyMatch(line -> line.startsWith("cashier attempt.expired"));
    }

    @Test
    void anAttemptIsGivenUpOnlyWhenOmiseSaysSo() {
        Checkout checkout = Checkout.of(plugin, order);
        plugin.omise().failNext("expire", Fault.LOSE_ANSWER);
        plugin.omise().beSilent("read", true);
        CancelAttempt cancelAttempt = plugin.get(CancelAttempt.class);

        assertThat(cancelAttempt.cancel(checkout.id(), "cashier")).isFalse();
        assertThat(cancelAttempt.cancel(new PaymentId("pay_nobodys"), "cashier"))
                .as("nothing is under way")
                .isTrue();
    }

    @Test
    void anAttemptThatIsGoneIsOver() {
        assertThat(plugin.get(ExpireAttempt.class).expire(new AttemptId("att_nobodys"), "shopper"))
                .isTrue();
    }

    private boolean cancel(Checkout checkout) {
        return plugin.get(CancelPayment.class).cancel(checkout.id(), ClosedReason.CANCELLED, "shopper");
    }
}
