/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.history.History;
import dev.saphan.job.Jobs;
import dev.saphan.money.Money;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Payment;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Writes down what was asked for and fits. The payment is locked. */
@Wired
class EnterRefund {

    /** Nobody decided for so long: it was not that important, and the amount should be free again. */
    static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private final Refunds refunds;
    private final RefundApprovals approvals;
    private final Jobs jobs;
    private final History history;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    EnterRefund(
            Refunds refunds,
            RefundApprovals approvals,
            Jobs jobs,
            History history,
            Deployment deployment,
            Clock clock) {
        this.refunds = refunds;
        this.approvals = approvals;
        this.jobs = jobs;
        this.history = history;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** It counts from now on, and is watched in case that nobody comes to send it. */
    Refund make(RequestRefund.Request request, Payment payment) {
        Refund refund = refund(
                payment,
                payment.paidAttempt().orElseThrow().id(),
                request.amount(),
                request.reason(),
                request.origin(),
                request.requestedBy(),
                request.key().key());
        if (request.isOfAPerson()) {
            refund.asked(clock.instant());
        }
        keep(refund, request.requestedBy(), "refund.requested");
        return refund;
    }

    /** What a second person agreed to. */
    Refund make(RefundApproval approval, Payment payment, String approver) {
        Refund refund = refund(
                payment,
                approval.attempt(),
                approval.amount(),
                approval.reason(),
                RefundOrigin.ADMIN,
                approval.askedBy(),
                approval.idempotencyKey());
        refund.asked(approval.askedAt());
        refund.approved(approver);
        keep(refund, approver, "refund.approved");
        return refund;
    }

    /** It waits for a second person, until the refund window ends or for {@link #LONGEST_WAIT}. */
    RefundApproval await(RequestRefund.Request request, Payment payment, RefundQuote quote) {
        Instant now = clock.instant();
        Instant longest = now.plus(LONGEST_WAIT);
        Optional<Instant> windowEnds = quote.refundableUntil()
                .map(until -> until.plus(QuoteRefund.LAST_DAY))
                .filter(longest::isAfter);
        RefundApproval approval = new RefundApproval(
                request, payment, payment.paidAttempt().orElseThrow().id(), now, windowEnds.orElse(longest));
        approvals.add(approval);
        history.write(
                payment.id().value(),
                request.requestedBy(),
                "refund.waiting",
                request.amount() + " " + request.reason());
        jobs.enter(ExpireApproval.NAME, approval.id().value(), approval.expiresAt());
        return approval;
    }

    private Refund refund(
            Payment payment,
            AttemptId attempt,
            Money amount,
            String reason,
            RefundOrigin origin,
            String by,
            String key) {
        return new Refund(RefundId.next(), payment, attempt, amount, reason, origin, by, key, clock.instant());
    }

    private void keep(Refund refund, String actor, String kind) {
        refunds.add(refund);
        history.write(refund.payment().value(), actor, kind, refund.amount() + " " + refund.reason());
        jobs.enter(
                WatchRefund.NAME,
                refund.id().value(),
                clock.instant().plus(deployment.gatewayTimeout()).plusSeconds(5));
    }
}
