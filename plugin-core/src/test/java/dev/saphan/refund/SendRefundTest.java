/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.call.NoCalls;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.history.History;
import dev.saphan.history.HistoryEntry;
import dev.saphan.job.Job;
import dev.saphan.job.Lane;
import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentFakes;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SomePayment;
import dev.saphan.payment.SyncAttempt.Told;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.RowsInMemory;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a refund by Omise's answer, and of one whose answer was lost. */
class SendRefundTest {

    private static final Instant NOON = SomePayment.NOON;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private final RowsInMemory rows = new RowsInMemory();
    private final Payment payment = SomePayment.paid(Money.ofMinor(150_000, "THB"));
    private final Payments payments = PaymentFakes.payments(rows, payment);
    private final List<String> told = new ArrayList<>();
    private final List<String> raised = new ArrayList<>();
    private final List<Object[]> calls = new ArrayList<>();
    private final Refund refund = new Refund(
            RefundId.next(),
            payment,
            payment.paidAttempt().orElseThrow().id(),
            Money.ofMinor(40_000, "THB"),
            "The cup was broken",
            RefundOrigin.API,
            "storefront",
            "k-1",
            NOON);
    private final Refunds refunds = new RefundsInMemory(rows.entities(), List.of(refund));
    private Answer<GatewayRefund> answer = new Answer.Unknown<>("no answer");
    private Told toldOfTheCharge = Told.ALL;

    SendRefundTest() {
        rows.entities().persist(refund);
    }

    @Test
    void asksOmiseOnceForWhatWasWrittenDown() {
        answer = closed();

        assertThat(sendRefund().send(refund.id())).isTrue();
        assertThat(sendRefund().send(refund.id())).isTrue();

        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .containsExactly(
                                new OneStore().store().account(payment.mode()),
                                "chrg_1",
                                refund.id().value(),
                                Money.ofMinor(40_000, "THB"),
                                "The cup was broken"));
        assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(refund.gatewayRefundId()).contains("rfnd_1");
        assertThat(payment.refunded()).isEqualTo(Money.ofMinor(40_000, "THB"));
        assertThat(told).containsExactly(OrderMessage.REFUND_UPDATED);
        assertThat(story()).containsExactly("refund.succeeded");
        assertThat(raised).isEmpty();
    }

    @Test
    void failsByAWordOfRefusalAndRaisesIt() {
        answer = new Answer.Declined<>("failed_refund", "refund failed");

        assertThat(sendRefund().send(refund.id())).isTrue();

        assertFailed();
        assertThat(story()).containsExactly("refund.refused", "refund.failed");
        assertThat(rows.all(HistoryEntry.class).get(0).detail()).isEqualTo("failed_refund: refund failed");
    }

    @Test
    void failsWhereOmiseHasNoSuchChargeAndRaisesIt() {
        answer = new Answer.NotFound<>("404 not_found");

        assertThat(sendRefund().send(refund.id())).isTrue();

        assertFailed();
        assertThat(story()).containsExactly("refund.refused", "refund.failed");
        assertThat(rows.all(HistoryEntry.class).get(0).detail()).isEqualTo("404 not_found");
    }

    @Test
    void isPendingAndMarkedAsSentWhenNoAnswerComes() {
        answer = new Answer.Unknown<>("timed out");

        assertThat(sendRefund().send(refund.id())).isTrue();

        assertThat(refund.status()).isEqualTo(RefundStatus.PENDING);
        assertThat(refund.wasSent()).isTrue();
        assertThat(story()).containsExactly("refund.unknown");
        assertThat(told).isEmpty();
    }

    @Test
    void isAsBeforeWhenItSurelyDidNotLeave() {
        for (Answer<GatewayRefund> without : List.<Answer<GatewayRefund>>of(
                new Answer.NotSent<>("too many requests"), new Answer.Denied<>("401 authentication_failure"))) {
            answer = without;

            assertThat(sendRefund().send(refund.id())).isFalse();

            assertThat(refund.wasSent()).isFalse();
            assertThat(refund.status()).isEqualTo(RefundStatus.PENDING);
        }
        assertThat(calls).hasSize(2);
    }

    @Test
    void isNotSentOnceItFailed() {
        refund.failed();

        assertThat(sendRefund().send(refund.id())).isTrue();
        assertThat(sendRefund().send(new RefundId("ref_nobodys"))).isTrue();

        assertThat(calls).isEmpty();
        assertThat(refund.wasSent()).isFalse();
    }

    @Test
    void isSentByWhoWatchesItWhenNobodyElseDid() {
        answer = new Answer.NotSent<>("circuit open");
        assertThat(follow(NOON).follow(refund.id(), "sweep")).isFalse();
        answer = closed();
        assertThat(follow(NOON).follow(refund.id(), "sweep")).isTrue();

        assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
    }

    @Test
    void isWrittenOffOnlyWhenOmiseSurelyHasNoneLongAfter() {
        sendRefund().send(refund.id());

        assertThat(follow(NOON.plus(LONG_ENOUGH).minusMillis(1)).follow(refund.id(), "sweep"))
                .isTrue();
        assertThat(refund.status()).isEqualTo(RefundStatus.PENDING);

        assertThat(follow(NOON.plus(LONG_ENOUGH)).follow(refund.id(), "sweep")).isTrue();
        assertFailed();
    }

    @Test
    void isNotWrittenOffWhileOmiseDoesNotTellAllRefunds() {
        sendRefund().send(refund.id());
        Instant later = NOON.plus(Duration.ofDays(2));

        toldOfTheCharge = Told.STATUS;
        assertThat(follow(later).follow(refund.id(), "sweep")).isTrue();
        toldOfTheCharge = Told.NOTHING;
        assertThat(follow(later).follow(refund.id(), "sweep")).isFalse();

        assertThat(refund.status()).isEqualTo(RefundStatus.PENDING);
        assertThat(raised).isEmpty();
    }

    @Test
    void isNotWrittenOffOnceOmiseNamedIt() {
        answer = new Answer.Ok<>(gatewayRefund(GatewayRefund.Status.PENDING));
        sendRefund().send(refund.id());

        assertThat(follow(NOON.plus(Duration.ofDays(2))).follow(refund.id(), "sweep"))
                .isTrue();

        assertThat(refund.status()).isEqualTo(RefundStatus.PENDING);
        assertThat(raised).isEmpty();
    }

    @Test
    void isLeftAloneOnceItIsSettled() {
        answer = closed();
        sendRefund().send(refund.id());
        toldOfTheCharge = Told.NOTHING;

        assertThat(follow(NOON).follow(refund.id(), "sweep")).isTrue();
        assertThat(watch().run(refund.id().value())).isEqualTo(Job.Next.DONE);
    }

    @Test
    void isWatchedCloselyUntilOmiseNamesItAndThenNowAndAgain() {
        sendRefund().send(refund.id());
        assertThat(watch().run(refund.id().value())).isEqualTo(Job.Next.at(NOON.plusSeconds(5)));

        refund.follow(gatewayRefund(GatewayRefund.Status.PENDING));
        assertThat(watch().run(refund.id().value())).isEqualTo(Job.Next.at(NOON.plus(Duration.ofMinutes(10))));
        assertThat(watch().name()).isEqualTo("watch-refund");
        assertThat(watch().lane()).isEqualTo(Lane.PAYMENTS);
    }

    private void assertFailed() {
        assertThat(refund.status()).isEqualTo(RefundStatus.FAILED);
        assertThat(raised).containsExactly(refund.id() + " over THB 400.00");
        assertThat(told).containsExactly(OrderMessage.REFUND_UPDATED);
        assertThat(payment.refunded().isZero()).isTrue();
    }

    private List<String> story() {
        return rows.all(HistoryEntry.class).stream().map(HistoryEntry::kind).toList();
    }

    private Answer<GatewayRefund> closed() {
        return new Answer.Ok<>(gatewayRefund(GatewayRefund.Status.CLOSED));
    }

    private GatewayRefund gatewayRefund(GatewayRefund.Status status) {
        return new GatewayRefund(
                "rfnd_1",
                refund.amount(),
                status,
                false,
                Optional.of(refund.id().value()),
                Optional.of(NOON));
    }

    private RefundEffects effects() {
        return new RefundEffects(refunds, PaymentFakes.booking(raised), PaymentFakes.messages(told), history());
    }

    private History history() {
        return new History(rows.entities(), clock(NOON));
    }

    private SendRefund sendRefund() {
        RefundEffects effects = effects();
        return new SendRefund(
                payments,
                refunds,
                new SyncRefunds(refunds, effects, clock(NOON)),
                effects,
                omise(),
                NoCalls.log(),
                new OneStore(),
                new NoTransactions(),
                history());
    }

    private FollowRefund follow(Instant now) {
        return new FollowRefund(
                refunds,
                payments,
                effects(),
                sendRefund(),
                PaymentFakes.told(() -> toldOfTheCharge),
                new NoTransactions(),
                clock(now));
    }

    private WatchRefund watch() {
        return new WatchRefund(follow(NOON), clock(NOON));
    }

    private Gateway omise() {
        return (Gateway) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Gateway.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("refund")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    calls.add(arguments);
                    return answer;
                });
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
