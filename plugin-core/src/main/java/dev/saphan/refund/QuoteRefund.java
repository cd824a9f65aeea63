/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.method.MethodDescriptor;
import dev.saphan.method.Methods;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentStatus;
import dev.saphan.problem.ErrorCode;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reckons what can go back: what was paid less every refund that went or may yet go, those that
 * wait for approval among them, and less what was lost in a dispute or taken back by Omise; within the method's window, as far
 * as Omise lets it by its own flags, an open dispute and its limit of partial refunds.
 */
@Wired
public class QuoteRefund {

    /** Omise takes fewer than 15 partial refunds of one charge. */
    private static final int MOST_REFUNDS = 15;

    static final Duration LAST_DAY = Duration.ofDays(1);

    private final Methods methods;
    private final Stores stores;
    private final Refunds refunds;
    private final RefundApprovals approvals;
    private final Clock clock;

    @Inject
    QuoteRefund(Methods methods, Stores stores, Refunds refunds, RefundApprovals approvals, Clock clock) {
        this.methods = methods;
        this.stores = stores;
        this.refunds = refunds;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** For the charge that paid the order. Call it inside a transaction. */
    public RefundQuote quote(Payment payment) {
        return quote(payment, Optional.empty());
    }

    /** As if that one did not wait. Call it inside a transaction. */
    public RefundQuote quote(Payment payment, ApprovalId besides) {
        return quote(payment, Optional.of(besides));
    }

    private RefundQuote quote(Payment payment, Optional<ApprovalId> besides) {
        Optional<Attempt> paid = payment.paidAttempt();
        if (payment.status() != PaymentStatus.PAID || paid.isEmpty()) {
            return new RefundQuote(
                    Money.zero(payment.amount().currency()),
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(ErrorCode.NOT_REFUNDABLE));
        }
        return quote(payment, paid.get(), payment.paidAt().orElse(payment.createdAt()), besides);
    }

    private RefundQuote quote(Payment payment, Attempt paid, Instant paidAt, Optional<ApprovalId> besides) {
        MethodDescriptor method = methods.get(paid.method()).descriptor();
        MethodSettings settings = stores.get(payment.store()).method(paid.method());
        List<Money> taken = taken(payment, paid, besides);
        Money remaining = remaining(payment, paid, taken);
        Instant until =
                paidAt.plus(settings.refundWindow().orElse(method.refunds().window()));
        boolean whole = remaining.equals(payment.amount());
        boolean partial = settings.partialRefunds().orElse(method.refunds().partial())
                && paid.allowsPartialRefund()
                && taken.size() < MOST_REFUNDS - 1;
        Optional<ErrorCode> reason = reason(paid, remaining, until, taken.size())
                .or(() -> whole || partial ? Optional.empty() : Optional.of(ErrorCode.PARTIAL_REFUND_NOT_SUPPORTED));
        boolean open = reason.isEmpty();
        Optional<Instant> voidUntil = method.voidCutoff()
                .map(cutoff -> cutoff.after(paidAt))
                .filter(cutoff -> open && whole && cutoff.isAfter(clock.instant()));
        return new RefundQuote(remaining, open, open && partial, voidUntil, Optional.of(until), reason);
    }

    /** Every refund that went or may yet go, those that wait for approval among them. */
    private List<Money> taken(Payment payment, Attempt paid, Optional<ApprovalId> besides) {
        Stream<Money> refunded = refunds.of(payment.id()).stream()
                .filter(refund -> refund.isFor(paid.id()) && refund.isTaken())
                .map(Refund::amount);
        Stream<Money> waiting = approvals.of(payment.id()).stream()
                .filter(approval -> approval.isFor(paid.id()) && approval.isWaiting())
                .filter(approval -> !besides.equals(Optional.of(approval.id())))
                .map(RefundApproval::amount);
        return Stream.concat(refunded, waiting).toList();
    }

    /**
     * Nothing of what Omise took back, nor what a dispute cost. Never less than nothing: at Omise, somebody may give back what
     * waits for approval here.
     */
    private static Money remaining(Payment payment, Attempt paid, List<Money> taken) {
        Money none = Money.zero(payment.amount().currency());
        if (paid.status() != AttemptStatus.SUCCESSFUL) {
            return none;
        }
        Money left = taken.stream().reduce(payment.amount().minus(paid.lostInDispute()), Money::minus);
        return left.isPositive() ? left : none;
    }

    private Optional<ErrorCode> reason(Attempt paid, Money remaining, Instant until, int taken) {
        if (!remaining.isPositive()) {
            return Optional.of(ErrorCode.NOT_REFUNDABLE);
        }
        if (clock.instant().isAfter(until.plus(LAST_DAY))) {
            return Optional.of(ErrorCode.REFUND_WINDOW_CLOSED);
        }
        return paid.allowsRefund() && taken < MOST_REFUNDS ? Optional.empty() : Optional.of(ErrorCode.NOT_REFUNDABLE);
    }
}
