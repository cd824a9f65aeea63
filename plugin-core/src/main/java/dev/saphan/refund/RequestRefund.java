/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.history.History;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.idempotency.IdempotencyKeys;
import dev.saphan.job.Jobs;
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
import java.time.Clock;
import java.util.Optional;

/**
 * Somebody wants money to go back.
 *
 * <ol>
 *   <li>A key that was used before leads to the refund it made then.
 *   <li>The charge is read, so that refunds made elsewhere and Omise's own limits are known.
 *   <li>Under the payment's lock: what the person saw must still be what is left, and the amount must fit in it. The
 *       refund is written down and counts from now on.
 *   <li>{@link SendRefund} asks Omise once. Without an answer it stays pending and is looked up.
 * </ol>
 */
@Wired
public class RequestRefund {

    private final Payments payments;
    private final Refunds refunds;
    private final QuoteRefund quoteRefund;
    private final SyncPayment syncPayment;
    private final SendRefund sendRefund;
    private final IdempotencyKeys keys;
    private final Transactions transactions;
    private final Jobs jobs;
    private final History history;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    RequestRefund(
            Payments payments,
            Refunds refunds,
            QuoteRefund quoteRefund,
            SyncPayment syncPayment,
            SendRefund sendRefund,
            IdempotencyKeys keys,
            Transactions transactions,
            Jobs jobs,
            History history,
            Deployment deployment,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.quoteRefund = quoteRefund;
        this.syncPayment = syncPayment;
        this.sendRefund = sendRefund;
        this.keys = keys;
        this.transactions = transactions;
        this.jobs = jobs;
        this.history = history;
        this.deployment = deployment;
        this.clock = clock;
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
            String requestedBy) {}

    /** @throws Problem if it cannot go back so, or not now */
    public RefundId request(Request request) {
        Optional<String> earlier = transactions.call(() -> keys.earlier(request.key()));
        if (earlier.isPresent()) {
            return new RefundId(earlier.get());
        }
        syncPayment.sync(request.payment(), "refund", deployment.readTimeout());
        Entered entered = transactions.callAgainOnConflict(() -> enter(request));
        if (entered.isNew()
                && !sendRefund.send(entered.refund())
                && transactions.call(() -> undo(request, entered.refund()))) {
            throw Problem.of(ErrorCode.GATEWAY_UNAVAILABLE);
        }
        transactions.run(() -> keys.answered(request.key()));
        return entered.refund();
    }

    private Entered enter(Request request) {
        // locked first: who waits here for the key's first use must find it afterwards
        Payment payment = payments.lock(request.payment());
        Optional<String> earlier = keys.earlier(request.key());
        if (earlier.isPresent()) {
            return new Entered(new RefundId(earlier.get()), false);
        }
        check(request, payment, quoteRefund.quote(payment));
        Refund refund = new Refund(
                RefundId.next(),
                payment,
                payment.paidAttempt().orElseThrow().id(),
                request.amount(),
                request.reason(),
                request.origin(),
                request.requestedBy(),
                request.key().key(),
                clock.instant());
        refunds.add(refund);
        keys.use(request.key(), refund.id().value(), false);
        history.write(
                payment.id().value(),
                request.requestedBy(),
                "refund.requested",
                request.amount() + " " + request.reason());
        jobs.schedule(
                WatchRefund.NAME,
                refund.id().value(),
                clock.instant().plus(deployment.gatewayTimeout()).plusSeconds(5));
        return new Entered(refund.id(), true);
    }

    private static void check(Request request, Payment payment, RefundQuote quote) {
        if (!request.amount().currency().equals(payment.amount().currency())) {
            throw Problem.inField(ErrorCode.INVALID_FIELD, "amount.currency");
        }
        if (!request.amount().isPositive()) {
            throw Problem.inField(ErrorCode.INVALID_AMOUNT, "amount.amount");
        }
        if (!request.expectedRemaining().equals(quote.remaining())) {
            throw Problem.of(ErrorCode.REMAINING_CHANGED, quote.remaining()).with("remaining", quote.remaining());
        }
        if (request.amount().isGreaterThan(quote.remaining())) {
            throw Problem.inField(ErrorCode.AMOUNT_EXCEEDS_REMAINING, "amount", quote.remaining());
        }
        quote.reason().ifPresent(code -> {
            throw Problem.of(code);
        });
        boolean isAll = request.amount().equals(payment.amount());
        if (!isAll && !quote.partial()) {
            throw Problem.inField(ErrorCode.PARTIAL_REFUND_NOT_SUPPORTED, "amount");
        }
    }

    /** Whether it could be undone; not when the job that watches it has sent it meanwhile. */
    private boolean undo(Request request, RefundId id) {
        payments.lock(request.payment());
        Refund refund = refunds.find(id).orElseThrow();
        if (refund.wasSent()) {
            return false;
        }
        refunds.remove(refund);
        keys.release(request.key());
        history.write(
                request.payment().value(),
                "saphan",
                "refund.not_sent",
                request.amount().toString());
        return true;
    }

    private record Entered(RefundId refund, boolean isNew) {}
}
