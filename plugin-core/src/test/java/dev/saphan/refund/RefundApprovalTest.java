/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.gateway.GatewayRefund;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.money.Money;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Payment;
import dev.saphan.payment.SomePayment;
import dev.saphan.settings.Mode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefundApprovalTest {

    private static final Instant NOON = SomePayment.NOON;
    private static final Instant ENDS = NOON.plusSeconds(3_600);
    private static final Money AMOUNT = Money.ofMinor(70_000, "THB");

    private final Payment payment = SomePayment.paid(Money.ofMinor(150_000, "THB"));
    private final AttemptId paid = payment.paidAttempt().orElseThrow().id();
    private final RefundApproval approval = new RefundApproval(
            new RequestRefund.Request(
                    payment.id(),
                    new IdempotencyKey(payment.store(), Mode.TEST, "refund", "k-1", ""),
                    AMOUNT,
                    AMOUNT,
                    "broken",
                    RefundOrigin.ADMIN,
                    "refunder"),
            payment,
            paid,
            NOON,
            ENDS);

    @Test
    void waitsForWhatWasAsked() {
        assertThat(approval.isWaiting()).isTrue();
        assertThat(approval.payment()).isEqualTo(payment.id());
        assertThat(approval.attempt()).isEqualTo(paid);
        assertThat(approval.isFor(paid)).isTrue();
        assertThat(approval.isFor(new AttemptId("att_other"))).isFalse();
        assertThat(approval.amount()).isEqualTo(AMOUNT);
        assertThat(approval.reason()).isEqualTo("broken");
        assertThat(approval.askedBy()).isEqualTo("refunder");
        assertThat(approval.idempotencyKey()).isEqualTo("k-1");
        assertThat(approval.askedAt()).isEqualTo(NOON);
        assertThat(approval.expiresAt()).isEqualTo(ENDS);
        assertThat(approval.decidedBy()).isEmpty();
        assertThat(approval.decidedAt()).isEmpty();
        assertThat(approval.refund()).isEmpty();
    }

    @Test
    void isLateFromItsEndOn() {
        assertThat(approval.isLate(ENDS.minusMillis(1))).isFalse();
        assertThat(approval.isLate(ENDS)).isTrue();

        approval.ended(ApprovalStatus.EXPIRED, "saphan", null, ENDS);
        assertThat(approval.isLate(ENDS)).as("it has ended").isFalse();
        assertThat(approval.decision()).isEmpty();
    }

    @Test
    void becomesARefundOnce() {
        RefundId refund = RefundId.next();
        approval.approved("approver", refund, NOON);

        assertThat(approval.status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(approval.refund()).contains(refund);
        assertThat(approval.decidedBy()).contains("approver");
        assertThat(approval.decidedAt()).contains(NOON);
        assertThatThrownBy(() -> approval.approved("approver", RefundId.next(), NOON))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> approval.ended(ApprovalStatus.DECLINED, "approver", "no", NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApprovalStatus.class,
            names = {"DECLINED", "WITHDRAWN", "EXPIRED"})
    void endsOnce(ApprovalStatus end) {
        approval.ended(end, "somebody", "why", NOON);

        assertThat(approval.status()).isEqualTo(end);
        assertThat(approval.decision()).contains("why");
        assertThatThrownBy(() -> approval.ended(end, "somebody", "why", NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApprovalStatus.class,
            names = {"WAITING", "APPROVED"})
    void endsInNothingElseWithoutARefund(ApprovalStatus end) {
        assertThatThrownBy(() -> approval.ended(end, "somebody", "why", NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,false,true,PENDING",
        "CLOSED,false,true,SUCCEEDED",
        "CLOSED,true,true,SUCCEEDED",
        "UNRECOGNISED,false,true,FAILED",
    })
    void aRefundTakesOverWhatOmiseSaysOnce(
            GatewayRefund.Status told, boolean voided, boolean changed, RefundStatus status) {
        Refund refund = refund();
        GatewayRefund word = word("rfnd_1", told, voided);

        assertThat(refund.follow(word)).isEqualTo(changed);
        assertThat(refund.follow(word)).as("nothing new").isFalse();

        assertThat(refund.status()).isEqualTo(status);
        assertThat(refund.isVoided()).isEqualTo(voided);
        assertThat(refund.gatewayRefundId()).contains("rfnd_1");
    }

    @Test
    void aRefundThatWentBackLearnsThatItIsAVoidAndForgetsNothing() {
        Refund refund = refund();
        refund.follow(word("rfnd_1", GatewayRefund.Status.CLOSED, false));

        assertThat(refund.follow(word("rfnd_1", GatewayRefund.Status.CLOSED, true)))
                .isTrue();
        assertThat(refund.follow(word("rfnd_1", GatewayRefund.Status.PENDING, true)))
                .isFalse();
        assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(refund.follow(word("rfnd_2", GatewayRefund.Status.CLOSED, true)))
                .as("another id")
                .isTrue();
    }

    @Test
    void aRefundIsByOnePersonUnlessASecondAgreed() {
        Refund refund = refund();
        assertThat(refund.isByOnePerson()).as("nobody asked").isFalse();
        refund.asked(NOON);
        assertThat(refund.isByOnePerson()).isTrue();
        refund.approved("approver");
        assertThat(refund.isByOnePerson()).isFalse();
        assertThat(refund.approvedBy()).contains("approver");
    }

    @Test
    void aRefundIsShownAsItIs() {
        Refund refund = refund();

        assertThat(RefundView.of(payment, refund))
                .isEqualTo(new RefundView(
                        refund.id().value(),
                        payment.id().value(),
                        "O-1",
                        AMOUNT,
                        "pending",
                        false,
                        "broken",
                        "api",
                        "k-1",
                        NOON));
        assertThat(refund.payment()).isEqualTo(payment.id());
        assertThat(refund.attempt()).isEqualTo(paid);
        assertThat(refund.id()).hasToString(refund.id().value());
        assertThat(refund.requestedBy()).isEqualTo("storefront");
        assertThat(refund.idempotencyKey()).contains("k-1");
    }

    private Refund refund() {
        return new Refund(
                RefundId.next(), payment, paid, AMOUNT, "broken", RefundOrigin.API, "storefront", "k-1", NOON);
    }

    private static GatewayRefund word(String id, GatewayRefund.Status status, boolean voided) {
        return new GatewayRefund(id, AMOUNT, status, voided, Optional.empty(), Optional.of(NOON));
    }
}
