/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.history.History;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SyncPayment;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.refund.RefundDenied.Reason;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a refund that waits for a second person.
 *
 * <ol>
 *   <li>To approve, the charge is read first, as for any refund.
 *   <li>Under the payment's lock: it must still wait, who decides must be another than who asked and an approver in that
 *       store, and all that a refund needs is looked at anew. The refund is written down in the same transaction that
 *       ends the waiting, so of two who decide at once only one does.
 *   <li>{@link SendRefund} asks Omise once. What surely did not leave is sent by {@link WatchRefund}.
 * </ol>
 */
@Wired
public class DecideRefund {

    private final Payments payments;
    private final RefundApprovals approvals;
    private final PersonalLimits limits;
    private final QuoteRefund quoteRefund;
    private final EnterRefund enterRefund;
    private final SendRefund sendRefund;
    private final SyncPayment syncPayment;
    private final Transactions transactions;
    private final History history;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    DecideRefund(
            Payments payments,
            RefundApprovals approvals,
            PersonalLimits limits,
            QuoteRefund quoteRefund,
            EnterRefund enterRefund,
            SendRefund sendRefund,
            SyncPayment syncPayment,
            Transactions transactions,
            History history,
            Deployment deployment,
            Clock clock) {
        this.payments = payments;
        this.approvals = approvals;
        this.limits = limits;
        this.quoteRefund = quoteRefund;
        this.enterRefund = enterRefund;
        this.sendRefund = sendRefund;
        this.syncPayment = syncPayment;
        this.transactions = transactions;
        this.history = history;
        this.deployment = deployment;
        this.clock = clock;
    }

    /**
     * It becomes a refund.
     *
     * @throws RefundDenied if that is not for this person to say, or not any more
     * @throws Problem if it cannot go back (any more); it goes on waiting
     */
    public RefundId approve(ApprovalId id, String by) {
        PaymentId payment = decide(id, waiting -> {
            requireAnother(waiting, by);
            return waiting.approval().payment();
        });
        syncPayment.sync(payment, "refund", deployment.readTimeout());
        RefundId refund = decide(id, waiting -> {
            requireAnother(waiting, by);
            RefundApproval approval = waiting.approval();
            RefundCheck.requireFits(
                    approval.amount(), waiting.payment(), quoteRefund.quote(waiting.payment(), approval.id()));
            Refund made = enterRefund.make(approval, waiting.payment(), by);
            approval.approved(by, made.id(), clock.instant());
            return made.id();
        });
        sendRefund.send(refund);
        return refund;
    }

    /** @throws RefundDenied if that is not for this person to say, or not any more */
    public void decline(ApprovalId id, String by, String why) {
        decide(id, waiting -> {
            requireAnother(waiting, by);
            return end(waiting, ApprovalStatus.DECLINED, by, why);
        });
    }

    /** Who asked takes it back. */
    public void withdraw(ApprovalId id, String by) {
        decide(id, waiting -> {
            if (!waiting.approval().askedBy().equals(by)) {
                throw RefundDenied.because(Reason.ANOTHER);
            }
            return end(waiting, ApprovalStatus.WITHDRAWN, by, null);
        });
    }

    /** Nobody decided. Does nothing before its time, or if somebody did after all. */
    void expire(ApprovalId id) {
        transactions.callAgainOnConflict(() -> {
            Waiting waiting = lock(id);
            return waiting.approval().isLate(clock.instant()) && end(waiting, ApprovalStatus.EXPIRED, "saphan", null);
        });
    }

    private <T> T decide(ApprovalId id, Function<Waiting, T> decision) {
        return transactions.callAgainOnConflict(() -> {
            Waiting waiting = lock(id);
            if (!waiting.approval().isWaiting() || waiting.approval().isLate(clock.instant())) {
                throw RefundDenied.because(Reason.DECIDED);
            }
            return decision.apply(waiting);
        });
    }

    private Waiting lock(ApprovalId id) {
        RefundApproval approval = approvals.find(id).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND));
        Payment payment = payments.lock(approval.payment());
        approvals.refresh(approval);
        return new Waiting(approval, payment);
    }

    private void requireAnother(Waiting waiting, String by) {
        limits.requireApprover(waiting.payment().store(), by);
        if (waiting.approval().askedBy().equals(by)) {
            throw RefundDenied.because(Reason.ONESELF);
        }
    }

    private boolean end(Waiting waiting, ApprovalStatus end, String by, @Nullable String why) {
        RefundApproval approval = waiting.approval();
        approval.ended(end, by, why, clock.instant());
        history.write(
                waiting.payment().id().value(),
                by,
                "refund." + end.code(),
                approval.amount() + (why == null ? "" : " " + why));
        return true;
    }

    private record Waiting(RefundApproval approval, Payment payment) {}
}
