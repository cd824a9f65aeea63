/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Dispute;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.method.MethodDescriptor;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.method.VoidCutoff;
import dev.saphan.money.Money;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Payment;
import dev.saphan.payment.SomePayment;
import dev.saphan.problem.ErrorCode;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.Mode;
import dev.saphan.testing.OneStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteRefundTest {

    private static final Instant NOON = SomePayment.NOON;
    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Money ALL = Money.ofMinor(150_000, "THB");
    private static final Money NOTHING = Money.ofMinor(0, "THB");

    @Test
    void letsAllAndAnyPartOfAPaymentGoBack() {
        RefundQuote quote = quote(SomePayment.paid(ALL));

        assertThat(quote.remaining()).isEqualTo(ALL);
        assertThat(quote.full()).isTrue();
        assertThat(quote.partial()).isTrue();
        assertThat(quote.reason()).isEmpty();
        assertThat(quote.refundableUntil()).contains(NOON.plus(WINDOW));
        assertThat(quote.voidLikelyUntil()).isEmpty();
    }

    @Test
    void letsNothingGoBackOfWhatWasNotPaid() {
        assertNothing(quote(SomePayment.open(ALL)), ErrorCode.NOT_REFUNDABLE);
        assertThat(quote(SomePayment.open(ALL)).remaining()).isEqualTo(NOTHING);
    }

    @Test
    void closesADayAfterTheWindow() {
        Payment payment = SomePayment.paid(ALL);
        Instant last = NOON.plus(WINDOW).plus(QuoteRefund.LAST_DAY);

        assertThat(at(last, new OneStore()).quote(payment).reason()).isEmpty();
        RefundQuote closed = at(last.plusMillis(1), new OneStore()).quote(payment);
        assertNothing(closed, ErrorCode.REFUND_WINDOW_CLOSED);
        assertThat(closed.remaining()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({"1,2,REFUND_WINDOW_CLOSED", "1,1,", "90,60,", "90,92,REFUND_WINDOW_CLOSED"})
    void keepsToTheWindowThatTheStoreSets(int window, int days, String reason) {
        OneStore store = store(Optional.of(Duration.ofDays(window)), Optional.empty());

        RefundQuote quote =
                at(NOON.plus(Duration.ofDays(days)).plusSeconds(1), store).quote(SomePayment.paid(ALL));

        assertThat(quote.reason()).isEqualTo(Optional.ofNullable(reason).map(ErrorCode::valueOf));
        assertThat(quote.refundableUntil()).contains(NOON.plus(Duration.ofDays(window)));
    }

    @Test
    void letsOnlyAllGoBackWhereTheStoreAllowsNoPart() {
        RefundQuote quote =
                at(NOON, store(Optional.empty(), Optional.of(false))).quote(SomePayment.paid(ALL));

        assertThat(quote.full()).isTrue();
        assertThat(quote.partial()).isFalse();
    }

    @Test
    void letsOnlyAllGoBackWhereOmiseRulesAPartOut() {
        Payment payment = SomePayment.paid(ALL, told -> told.partiallyRefundable(false));

        assertThat(quote(payment).full()).isTrue();
        assertThat(quote(payment).partial()).isFalse();
        RefundQuote afterAPart = quote(payment, refund(payment, 100));
        assertNothing(afterAPart, ErrorCode.PARTIAL_REFUND_NOT_SUPPORTED);
    }

    @Test
    void letsNothingGoBackWhereADisputeLeftAPartAndNoPartMayGo() {
        Payment payment = SomePayment.paid(
                VOIDS,
                ALL,
                told -> told.disputed(dispute(Dispute.Status.LOST, 50_000)).partiallyRefundable(false));

        assertNothing(quote(payment), ErrorCode.PARTIAL_REFUND_NOT_SUPPORTED);
        assertThat(quote(payment).remaining()).isEqualTo(Money.ofMinor(100_000, "THB"));
        assertThat(quote(payment).voidLikelyUntil()).isEmpty();
    }

    @Test
    void expectsNoVoidOfWhatADisputeLeft() {
        Payment payment = SomePayment.paid(VOIDS, ALL, told -> told.disputed(dispute(Dispute.Status.LOST, 50_000)));

        assertThat(quote(payment).full()).isTrue();
        assertThat(quote(payment).voidLikelyUntil()).isEmpty();
    }

    @Test
    void letsNothingGoBackWhereOmiseDoesNotAllowIt() {
        assertNothing(quote(SomePayment.paid(ALL, told -> told.refundable(false))), ErrorCode.NOT_REFUNDABLE);
    }

    @Test
    void letsNothingGoBackWhileADisputeIsOpen() {
        Payment payment = SomePayment.paid(ALL, told -> told.disputed(dispute(Dispute.Status.OPEN, 1_000)));

        assertNothing(quote(payment), ErrorCode.NOT_REFUNDABLE);
    }

    @Test
    void takesWhatALostDisputeCostOff() {
        Payment lost = SomePayment.paid(ALL, told -> told.disputed(dispute(Dispute.Status.LOST, 50_000)));
        Payment won = SomePayment.paid(ALL, told -> told.disputed(dispute(Dispute.Status.WON, 50_000)));
        Payment gone = SomePayment.paid(ALL, told -> told.disputed(dispute(Dispute.Status.LOST, 150_000)));

        assertThat(quote(lost).remaining()).isEqualTo(Money.ofMinor(100_000, "THB"));
        assertThat(quote(won).remaining()).isEqualTo(ALL);
        assertNothing(quote(gone), ErrorCode.NOT_REFUNDABLE);
    }

    @Test
    void letsNothingGoBackOfWhatOmiseTookBack() {
        Payment payment = SomePayment.paid(ALL);
        SomePayment.reversed(payment);

        assertNothing(quote(payment), ErrorCode.NOT_REFUNDABLE);
        assertThat(quote(payment).remaining()).isEqualTo(NOTHING);
    }

    @Test
    void letsFewerThanFifteenPartsGoBack() {
        Payment payment = SomePayment.paid(ALL);

        assertThat(quote(payment, refunds(payment, 13)).partial()).isTrue();
        assertNothing(quote(payment, refunds(payment, 14)), ErrorCode.PARTIAL_REFUND_NOT_SUPPORTED);
        assertNothing(quote(payment, refunds(payment, 15)), ErrorCode.NOT_REFUNDABLE);
    }

    @Test
    void countsWhatMayStillGoAndNotWhatFailed() {
        Payment payment = SomePayment.paid(ALL);
        Refund failed = refund(payment, 70_000);
        failed.failed();

        assertThat(quote(payment, refund(payment, 50_000), failed).remaining())
                .isEqualTo(Money.ofMinor(100_000, "THB"));
    }

    @Test
    void countsNoRefundOfAnotherCharge() {
        Payment payment = SomePayment.paid(ALL);
        Refund other = new Refund(
                RefundId.next(), payment, new AttemptId("att_other"), ALL, "", RefundOrigin.API, "x", null, NOON);

        assertThat(quote(payment, other).remaining()).isEqualTo(ALL);
    }

    @Test
    void countsWhatWaitsForApprovalUnlessItIsAskedAbout() {
        Payment payment = SomePayment.paid(ALL);
        RefundApproval waiting = approval(payment, 50_000);
        RefundApproval declined = approval(payment, 60_000);
        declined.ended(ApprovalStatus.DECLINED, "approver", "no", NOON);
        QuoteRefund quotes = at(NOON, new OneStore(), new ApprovalsInMemory(waiting, declined));

        assertThat(quotes.quote(payment).remaining()).isEqualTo(Money.ofMinor(100_000, "THB"));
        assertThat(quotes.quote(payment, declined.id()).remaining()).isEqualTo(Money.ofMinor(100_000, "THB"));
        assertThat(quotes.quote(payment, waiting.id()).remaining()).isEqualTo(ALL);
    }

    @Test
    void leavesNothingRatherThanLessWhenOmiseGaveMoreBack() {
        Payment payment = SomePayment.paid(ALL);

        RefundQuote quote = quote(payment, refund(payment, 100_000), refund(payment, 100_000));

        assertThat(quote.remaining()).isEqualTo(NOTHING);
        assertNothing(quote, ErrorCode.NOT_REFUNDABLE);
    }

    @Test
    void expectsAVoidUntilTheCutoffAndOnlyOfAll() {
        Instant cutoff = Instant.parse("2026-03-02T16:00:00Z");
        Payment payment = SomePayment.paid(VOIDS, ALL, told -> told);

        assertThat(at(cutoff.minusMillis(1), new OneStore()).quote(payment).voidLikelyUntil())
                .contains(cutoff);
        assertThat(at(cutoff, new OneStore()).quote(payment).voidLikelyUntil()).isEmpty();
        assertThat(quote(payment, refund(payment, 1)).voidLikelyUntil()).isEmpty();
        assertThat(quote(SomePayment.paid(VOIDS, ALL, told -> told.refundable(false)))
                        .voidLikelyUntil())
                .isEmpty();
    }

    private static final PaymentMethod VOIDS = () -> {
        MethodDescriptor usual = SomePayment.METHOD.descriptor();
        return new MethodDescriptor(
                "voiding_wallet",
                usual.flow(),
                usual.channels(),
                usual.countries(),
                usual.limits(),
                usual.chargeLife(),
                usual.expiryRange(),
                Optional.of(new VoidCutoff(LocalTime.of(23, 0), ZoneId.of("Asia/Bangkok"))),
                usual.refunds());
    };

    private static void assertNothing(RefundQuote quote, ErrorCode reason) {
        assertThat(quote.reason()).contains(reason);
        assertThat(quote.full()).isFalse();
        assertThat(quote.partial()).isFalse();
    }

    private static Optional<Dispute> dispute(Dispute.Status status, long minor) {
        return Optional.of(new Dispute(status, Optional.of(Money.ofMinor(minor, "THB"))));
    }

    private static Refund[] refunds(Payment payment, int count) {
        return Stream.generate(() -> refund(payment, 100)).limit(count).toArray(Refund[]::new);
    }

    private static Refund refund(Payment payment, long minor) {
        return new Refund(
                RefundId.next(),
                payment,
                payment.paidAttempt().orElseThrow().id(),
                Money.ofMinor(minor, "THB"),
                "broken",
                RefundOrigin.API,
                "storefront",
                null,
                NOON);
    }

    private static RefundApproval approval(Payment payment, long minor) {
        Money amount = Money.ofMinor(minor, "THB");
        IdempotencyKey key = new IdempotencyKey(payment.store(), Mode.TEST, "refund", "k-" + minor, "");
        RequestRefund.Request request =
                new RequestRefund.Request(payment.id(), key, amount, amount, "broken", RefundOrigin.ADMIN, "refunder");
        return new RefundApproval(
                request, payment, payment.paidAttempt().orElseThrow().id(), NOON, NOON.plus(WINDOW));
    }

    private static OneStore store(Optional<Duration> window, Optional<Boolean> partial) {
        MethodSettings settings = new MethodSettings(true, List.of(), window, partial, 1, Map.of(), Optional.empty());
        return new OneStore(Map.of("any_wallet", settings));
    }

    private static RefundQuote quote(Payment payment, Refund... refunds) {
        return at(NOON, new OneStore(), new ApprovalsInMemory(), refunds).quote(payment);
    }

    private static QuoteRefund at(Instant now, OneStore store) {
        return at(now, store, new ApprovalsInMemory());
    }

    private static QuoteRefund at(Instant now, OneStore store, ApprovalsInMemory approvals, Refund... refunds) {
        return new QuoteRefund(
                new Methods(List.of(SomePayment.METHOD, VOIDS)),
                store,
                new RefundsInMemory(List.of(refunds)),
                approvals,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
