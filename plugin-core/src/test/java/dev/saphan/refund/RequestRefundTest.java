/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.gateway.Answer;
import dev.saphan.money.Money;
import dev.saphan.payment.Checkout;
import dev.saphan.payment.PaymentId;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.RefundLimits;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Refused;
import dev.saphan.testing.SomeStore;
import dev.saphan.testing.Steps;
import dev.saphan.user.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestRefundTest {

    private static final Money ALL = baht(1_500);
    private static final Money HALF = baht(750);

    private final RefundDesk desk = new RefundDesk(SomeStore.set()
            .refunds(new RefundLimits(Map.of("THB", baht(1_000)), Map.of("refunder", Map.of("THB", baht(2_000)))))
            .store());
    private final PluginInMemory plugin = desk.plugin();
    private final Checkout checkout = desk.paid(ALL);
    private final PaymentId id = checkout.id();

    @Test
    void givesAPartBackAndThenTheRest() {
        Refund first = desk.refund(desk.request(id, HALF, ALL).refund());
        desk.request(id, HALF, HALF);

        assertThat(checkout.payment().refunded()).isEqualTo(ALL);
        assertThat(desk.refunds()).extracting(Refund::status).containsOnly(RefundStatus.SUCCEEDED);
        assertThat(atOmise()).isEqualTo(2);
        assertThat(first.requestedBy()).isEqualTo("storefront");
        assertThat(first.reason()).isEqualTo("The cup was broken");
        assertThat(first.origin()).isEqualTo(RefundOrigin.API);
        assertThat(plugin.messages())
                .containsExactly(OrderMessage.PAID, OrderMessage.REFUND_UPDATED, OrderMessage.REFUND_UPDATED);
        assertThat(plugin.story())
                .containsSubsequence(
                        "storefront refund.requested: THB 750.00 The cup was broken",
                        "omise refund.succeeded: THB 750.00 "
                                + first.gatewayRefundId().orElseThrow());
    }

    @Test
    void givesBackOnceForOneKey() {
        Asked first = desk.request(id, HALF, ALL, "k-1");

        assertThat(desk.request(id, HALF, ALL, "k-1")).isEqualTo(first);
        assertThat(atOmise()).isEqualTo(1);
        assertThat(desk.refund(first.refund()).idempotencyKey()).contains("k-1");
    }

    @Test
    void asksOmiseNothingAboutAKeyThatWasUsedBefore() {
        desk.request(id, HALF, ALL, "k-1");
        List<String> asked = new ArrayList<>();
        plugin.meanwhile(asked::add);

        desk.request(id, HALF, ALL, "k-1");

        assertThat(asked).isEmpty();
    }

    @Test
    void knowsAKeyThatWasUsedWhileItWaitedForThePayment() {
        plugin.meanwhile(what -> {
            if (what.equals("ask to read")) {
                plugin.meanwhile(ignored -> {});
                desk.request(id, HALF, ALL, "k-1");
            }
        });

        desk.request(id, HALF, ALL, "k-1");

        assertThat(desk.refunds()).hasSize(1);
        assertThat(atOmise()).isEqualTo(1);
    }

    @Test
    void isWatchedFromAfterTheLongestWaitForItsAnswer() {
        RefundId refund = desk.request(id, HALF, ALL).refund();

        assertThat(plugin.jobs().due(WatchRefund.NAME, refund.value()))
                .contains(plugin.now()
                        .plus(plugin.get(Deployment.class).gatewayTimeout())
                        .plusSeconds(5));
    }

    @Test
    void knowsWhatWentBackAtOmiseBefore() {
        plugin.omise().books().giveBack(checkout.charge(1), HALF, Optional.empty(), plugin.now());

        Problem problem = Refused.problem(() -> desk.request(id, ALL, ALL));

        assertThat(problem.code()).isEqualTo(ErrorCode.REMAINING_CHANGED);
        assertThat(problem.members()).containsEntry("remaining", HALF);
        assertThat(desk.refunds()).extracting(Refund::origin).containsExactly(RefundOrigin.GATEWAY);
    }

    @Test
    void refusesWhatDoesNotFitBeforeOmiseIsAsked() {
        assertThat(Refused.code(() -> desk.request(id, baht(1_501), ALL)))
                .isEqualTo(ErrorCode.AMOUNT_EXCEEDS_REMAINING);
        assertThat(Refused.code(() -> desk.request(id, baht(0), ALL))).isEqualTo(ErrorCode.INVALID_AMOUNT);
        assertThat(Refused.code(() -> desk.request(id, Money.ofMinor(1_000, "SGD"), ALL)))
                .isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(desk.refunds()).isEmpty();
        assertThat(atOmise()).isZero();
    }

    @Test
    void findsTheRefundWhoseAnswerWasLostAndDoesNotSendItAgain() {
        plugin.omise().failNext("refund", Fault.LOSE_ANSWER);
        RefundId refund = desk.request(id, HALF, ALL, "k-1").refund();
        assertThat(desk.refund(refund).status()).isEqualTo(RefundStatus.PENDING);

        assertThat(desk.request(id, HALF, ALL, "k-1").refund())
                .as("the key was answered")
                .isEqualTo(refund);
        checkout.isRead();

        assertThat(desk.refund(refund).status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(desk.refunds()).hasSize(1);
        assertThat(atOmise()).isEqualTo(1);
    }

    @Test
    void leavesNothingOfARefundThatSurelyNeverLeft() {
        plugin.omise().failNext("refund", Fault.NOT_SENT);

        assertThat(Refused.code(() -> desk.request(id, HALF, ALL, "k-1"))).isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);
        assertThat(desk.refunds()).isEmpty();
        assertThat(plugin.story()).endsWith("saphan refund.not_sent: THB 750.00");

        desk.request(id, HALF, ALL, "k-1");
        assertThat(desk.refunds()).as("by the same key").hasSize(1);
    }

    @Test
    void isNotSentOnceMoreByWhoWatchesItWhileOmiseIsAsked() {
        plugin.meanwhile(what -> {
            if (what.contains("refund")) {
                plugin.meanwhile(Steps.NONE);
                desk.refunds().forEach(refund -> plugin.get(SendRefund.class).send(refund.id()));
            }
        });

        desk.request(id, HALF, ALL, "k-1");

        assertThat(atOmise()).isEqualTo(1);
    }

    @Test
    void isRaisedWhenOmiseRefusesIt() {
        plugin.omise().answerNext("refund", new Answer.Declined<>("failed_refund", "not now"));

        RefundId refund = desk.request(id, HALF, ALL).refund();

        assertThat(desk.refund(refund).status()).isEqualTo(RefundStatus.FAILED);
        assertThat(checkout.view().attention()).containsExactly("refund_failed");
        assertThat(desk.left(checkout)).isEqualTo(ALL);
    }

    @Test
    void waitsAboveTheLimitAndOmiseIsNotAsked() {
        desk.person(Role.REFUNDER);

        Asked asked = desk.ask(id, ALL, ALL, "refunder");

        assertThat(asked).isInstanceOf(Asked.Waits.class);
        assertThat(desk.approval(asked).isWaiting()).isTrue();
        assertThat(desk.refunds()).isEmpty();
        assertThat(atOmise()).isZero();
        assertThat(desk.left(checkout)).as("its amount counts").isEqualTo(baht(0));
        assertThat(plugin.story()).endsWith("refunder refund.waiting: THB 1500.00 The cup was broken");
        assertThatThrownBy(asked::refund).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isOfOnePersonBelowTheLimit() {
        desk.person(Role.REFUNDER);

        Refund refund = desk.refund(desk.ask(id, HALF, ALL, "refunder").refund());

        assertThat(refund.isByOnePerson()).isTrue();
        assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
    }

    @Test
    void holdsTheStorefrontToNoLimit() {
        Asked asked = desk.request(id, ALL, ALL);

        assertThat(asked).isInstanceOf(Asked.Made.class);
        assertThat(desk.refund(asked.refund()).isByOnePerson())
                .as("nobody's budget")
                .isFalse();
    }

    @Test
    void isDeniedToWhoHasNoRoleForIt() {
        desk.person(Role.VIEWER);

        assertThatThrownBy(() -> desk.ask(id, HALF, ALL, "viewer"))
                .isInstanceOfSatisfying(RefundDenied.class, denied -> {
                    assertThat(denied.reason()).isEqualTo(RefundDenied.Reason.ROLE);
                    assertThat(denied.left()).isEmpty();
                    assertThat(denied.others()).isEmpty();
                });
        assertThat(desk.refunds()).isEmpty();
    }

    @Test
    void isToldWithWhatTheApiShows() {
        Refund refund = desk.refund(desk.request(id, HALF, ALL, "k-1").refund());

        assertThat(RefundView.of(checkout.payment(), refund))
                .isEqualTo(new RefundView(
                        refund.id().value(),
                        id.value(),
                        checkout.order().reference(),
                        HALF,
                        "succeeded",
                        false,
                        "The cup was broken",
                        "api",
                        "k-1",
                        plugin.now()));
        assertThat(refund.attempt()).isEqualTo(checkout.attempt(1).id());
    }

    private int atOmise() {
        return plugin.omise().refunds(checkout.charge(1)).size();
    }

    private static Money baht(long whole) {
        return Money.ofMinor(whole * 100, "THB");
    }
}
