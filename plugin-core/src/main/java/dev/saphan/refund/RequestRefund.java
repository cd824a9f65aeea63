/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.history.History;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.idempotency.IdempotencyKeys;
import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SyncPayment;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Somebody wants money to go back.
 *
 * <ol>
 *   <li>A key that was used before leads to the refund it made then.
 *   <li>The charge is read, so that refunds made elsewhere and Omise's own limits are known.
 *   <li>Under the payment's lock: what the person saw must still be what is left, and the amount must fit in it. What a
 *       person asks for must lie within their budget, and above the store's limit it waits for a second person
 *       ({@link DecideRefund}). Otherwise the refund is written down. Both count from now on.
 *   <li>{@link SendRefund} asks Omise once. Without an answer it stays pending and is looked up.
 * </ol>
 */
@Wired
public class RequestRefund {

    private final Payments payments;
    private final Refunds refunds;
    private final QuoteRefund quoteRefund;
    private final SyncPayment syncPayment;
    private final EnterRefund enterRefund;
    private final PersonalLimits limits;
    private final SendRefund sendRefund;
    private final IdempotencyKeys keys;
    private final Transactions transactions;
    private final History history;
    private final Deployment deployment;

    @Inject
    RequestRefund(
            Payments payments,
            Refunds refunds,
            QuoteRefund quoteRefund,
            SyncPayment syncPayment,
            EnterRefund enterRefund,
            PersonalLimits limits,
            SendRefund sendRefund,
            IdempotencyKeys keys,
            Transactions transactions,
            History history,
            Deployment deployment) {
        this.payments = payments;
        this.refunds = refunds;
        this.quoteRefund = quoteRefund;
        this.syncPayment = syncPayment;
        this.enterRefund = enterRefund;
        this.limits = limits;
        this.sendRefund = sendRefund;
        this.keys = keys;
        this.transactions = transactions;
        this.history = history;
        this.deployment = deployment;
    }

    /**
     * What is asked for.
     *
     * @param expectedRemaining what was left when the person decided
     * @param requestedBy a user's name, or {@code storefront}
     */
    public record Request(
            PaymentId payment,
            IdempotencyKey key,
            Money amount,
            Money expectedRemaining,
            String reason,
            RefundOrigin origin,
            String requestedBy) {

        /** Limits and budgets are for people; the API is the shop's own system. */
        boolean isOfAPerson() {
            return origin == RefundOrigin.ADMIN;
        }
    }

    /**
     * A person's refund may wait for a second person instead.
     *
     * @throws Problem if it cannot go back so, or not now
     * @throws RefundDenied if this person may not ask for it
     */
    public Asked request(Request request) {
        Optional<String> earlier = transactions.call(() -> keys.earlier(request.key()));
        if (earlier.isPresent()) {
            return Asked.of(earlier.get());
        }
        syncPayment.sync(request.payment(), "refund", deployment.readTimeout());
        Entered entered = transactions.callAgainOnConflict(() -> enter(request));
        boolean left = entered.call()
                .map(call -> sendRefund.send(call, () -> keys.answered(request.key()), refund -> undo(request, refund)))
                .orElse(true);
        if (!left) {
            throw Problem.of(ErrorCode.GATEWAY_UNAVAILABLE);
        }
        return entered.asked();
    }

    private Entered enter(Request request) {
        // locked first: who waits here for the key's first use must find it afterwards
        Payment payment = payments.lock(request.payment());
        Optional<String> earlier = keys.earlier(request.key());
        if (earlier.isPresent()) {
            return new Entered(Asked.of(earlier.get()), Optional.empty());
        }
        RefundQuote quote = quoteRefund.quote(payment);
        RefundCheck.requireAmount(request.amount(), payment);
        RefundCheck.requireSeen(request.expectedRemaining(), quote);
        RefundCheck.requireFits(request.amount(), payment, quote);
        boolean waits = request.isOfAPerson() && limits.needsApproval(payment, request.amount(), request.requestedBy());
        if (waits) {
            RefundApproval approval = enterRefund.await(request, payment, quote);
            keys.use(request.key(), approval.id().value(), true);
            return new Entered(new Asked.Waits(approval.id()), Optional.empty());
        }
        Refund refund = enterRefund.make(request, payment);
        SendRefund.Call call = sendRefund.mark(payment, refund);
        keys.use(request.key(), refund.id().value(), false);
        return new Entered(new Asked.Made(refund.id()), Optional.of(call));
    }

    /** The call surely did not leave. */
    private void undo(Request request, Refund refund) {
        refunds.remove(refund);
        keys.release(request.key());
        history.write(
                request.payment().value(),
                "saphan",
                "refund.not_sent",
                request.amount().toString());
    }

    /** @param call what Omise is to be asked now, if anything */
    private record Entered(Asked asked, Optional<SendRefund.Call> call) {}
}
