/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.SomePayment;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RefundCheckTest {

    private static final Money ALL = Money.ofMinor(150_000, "THB");
    private static final Money SOME = Money.ofMinor(100, "THB");

    private final Payment payment = SomePayment.paid(ALL);

    @Test
    void takesWhatIsLeftAndAnyPartOfIt() {
        RefundQuote quote = quote(SOME, true, Optional.empty());

        assertThatCode(() -> {
                    RefundCheck.requireSeen(SOME, quote);
                    RefundCheck.requireAmount(SOME, payment);
                    RefundCheck.requireFits(SOME, payment, quote);
                    RefundCheck.requireFits(Money.ofMinor(1, "THB"), payment, quote);
                    RefundCheck.requireFits(ALL, payment, quote(ALL, false, Optional.empty()));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhoSawMoreOrLessThanIsLeft() {
        RefundQuote quote = quote(SOME, true, Optional.empty());

        assertProblem(() -> RefundCheck.requireSeen(ALL, quote), ErrorCode.REMAINING_CHANGED, null);
        assertProblem(
                () -> RefundCheck.requireSeen(Money.ofMinor(99, "THB"), quote), ErrorCode.REMAINING_CHANGED, null);
    }

    @Test
    void refusesAnAmountInAnotherCurrency() {
        assertProblem(
                () -> RefundCheck.requireAmount(Money.ofMinor(100, "SGD"), payment),
                ErrorCode.INVALID_FIELD,
                "amount.currency");
    }

    @Test
    void refusesNothingAndLess() {
        for (long minor : new long[] {0, -1}) {
            assertProblem(
                    () -> RefundCheck.requireAmount(Money.ofMinor(minor, "THB"), payment),
                    ErrorCode.INVALID_AMOUNT,
                    "amount.amount");
        }
    }

    @Test
    void refusesMoreThanIsLeft() {
        assertProblem(
                () -> RefundCheck.requireFits(Money.ofMinor(101, "THB"), payment, quote(SOME, true, Optional.empty())),
                ErrorCode.AMOUNT_EXCEEDS_REMAINING,
                "amount");
    }

    @Test
    void refusesForTheReasonThatTheQuoteHas() {
        assertProblem(
                () -> RefundCheck.requireFits(
                        SOME, payment, quote(SOME, false, Optional.of(ErrorCode.REFUND_WINDOW_CLOSED))),
                ErrorCode.REFUND_WINDOW_CLOSED,
                null);
    }

    @Test
    void refusesAPartWhereOnlyAllCanGoBack() {
        assertProblem(
                () -> RefundCheck.requireFits(SOME, payment, quote(ALL, false, Optional.empty())),
                ErrorCode.PARTIAL_REFUND_NOT_SUPPORTED,
                "amount");
    }

    @Test
    void namesTheFieldAlsoWhereNoPartOfTheRestCanGoBack() {
        Optional<ErrorCode> reason = Optional.of(ErrorCode.PARTIAL_REFUND_NOT_SUPPORTED);

        assertProblem(
                () -> RefundCheck.requireFits(SOME, payment, quote(SOME, false, reason)),
                ErrorCode.PARTIAL_REFUND_NOT_SUPPORTED,
                "amount");
    }

    private static void assertProblem(ThrowingCallable check, ErrorCode code, String field) {
        assertThatThrownBy(check).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(Optional.ofNullable(field));
        });
    }

    private static RefundQuote quote(Money remaining, boolean partial, Optional<ErrorCode> reason) {
        return new RefundQuote(remaining, true, partial, Optional.empty(), Optional.empty(), reason);
    }
}
