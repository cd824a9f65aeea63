/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.history.History;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.idempotency.IdempotencyKeys;
import dev.saphan.job.Jobs;
import dev.saphan.method.Cart;
import dev.saphan.method.Flow;
import dev.saphan.method.PaymentDetails;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Store;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A storefront asks for an order to be paid.
 *
 * <ol>
 *   <li>A key that was used before leads to the payment it made then, as it stands now. Otherwise what is asked for must
 *       fit the method.
 *   <li>Intent, attempt and key are written down in one transaction. An order has at most one payment that is open or
 *       paid: an open one over the same amount gets the new attempt, after its old one was expired at Omise, and follows
 *       what the request says otherwise than the one before.
 *   <li>Omise is asked with no transaction open, and the answer is written down.
 *   <li>If surely no charge was made, because the call never left or its source cannot be used, all of it is undone and the key may be used again.
 * </ol>
 */
@Wired
public class StartPayment {

    private static final int MOST_ROUNDS = 4;

    private final Payments payments;
    private final StartAttempt startAttempt;
    private final ChargeAttempt chargeAttempt;
    private final ExpireAttempt expireAttempt;
    private final CancelPayment cancelPayment;
    private final IdempotencyKeys keys;
    private final Transactions transactions;
    private final Jobs jobs;
    private final History history;
    private final Seal seal;
    private final Clock clock;

    @Inject
    StartPayment(
            Payments payments,
            StartAttempt startAttempt,
            ChargeAttempt chargeAttempt,
            ExpireAttempt expireAttempt,
            CancelPayment cancelPayment,
            IdempotencyKeys keys,
            Transactions transactions,
            Jobs jobs,
            History history,
            Seal seal,
            Clock clock) {
        this.payments = payments;
        this.startAttempt = startAttempt;
        this.chargeAttempt = chargeAttempt;
        this.expireAttempt = expireAttempt;
        this.cancelPayment = cancelPayment;
        this.keys = keys;
        this.transactions = transactions;
        this.jobs = jobs;
        this.history = history;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param attempt empty while the shopper has not chosen a method
     * @param replaces the open payment of another amount that this one takes the place of
     */
    public record Request(
            Store store,
            IdempotencyKey key,
            PaymentOrder order,
            Optional<AttemptRequest> attempt,
            PaymentDetails details,
            Optional<PaymentId> replaces) {}

    /** @throws Problem if the order cannot be paid so, or not now */
    public PaymentId start(Request request) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Step step = transactions.callAgainOnConflict(() -> step(request));
            if (step instanceof Step.Done done) {
                return done.payment();
            } else if (step instanceof Step.Charge charge) {
                return charge(request, charge);
            } else if (step instanceof Step.ExpireFirst first) {
                StartAttempt.requireSettled(expireAttempt.expire(first.attempt(), "storefront"));
            } else if (step instanceof Step.CloseFirst first) {
                StartAttempt.requireSettled(
                        cancelPayment.cancel(first.payment(), ClosedReason.CANCELLED, "storefront"));
            }
        }
        throw Problem.of(ErrorCode.OUTCOME_UNKNOWN);
    }

    private Step step(Request request) {
        // locked first: who waits here for the key's first use must find it afterwards
        Optional<Payment> active = payments.lockActive(request.order());
        Optional<String> earlier = keys.earlier(request.key());
        if (earlier.isPresent()) {
            return new Step.Done(new PaymentId(earlier.get()));
        }
        check(request, active);
        return active.isPresent() ? again(request, active.get()) : first(request);
    }

    private void check(Request request, Optional<Payment> active) {
        PaymentOrder order = request.order();
        Optional<Payment> takenUp = active.filter(open -> open.amount().equals(order.amount()));
        request.attempt()
                .ifPresent(attempt -> startAttempt.check(
                        attempt, request.store(), order.mode(), Cart.of(order.amount(), order.channelAfter(takenUp))));
    }

    private Step first(Request request) {
        Instant now = clock.instant();
        PaymentId id = PaymentId.next();
        Payment payment = new Payment(
                id,
                request.order(),
                PageToken.next(id, seal),
                now,
                now.plus(request.store().paymentLife()));
        payments.add(payment, request.details());
        history.write(
                id.value(),
                "storefront",
                "payment.opened",
                payment.amount() + " key " + request.key().beginning());
        jobs.enter(ClosePayment.NAME, id.value(), payment.closesAt());
        return begin(request, payment, true);
    }

    private Step again(Request request, Payment payment) {
        if (payment.status() == PaymentStatus.PAID) {
            throw Problem.of(ErrorCode.ORDER_ALREADY_PAID);
        }
        if (!payment.amount().equals(request.order().amount())) {
            return replace(request, payment);
        }
        Optional<Attempt> live = payment.liveAttempt();
        if (live.isEmpty()) {
            history.write(
                    payment.id().value(),
                    "storefront",
                    "payment.asked_again",
                    payment.amount() + " key " + request.key().beginning());
            follow(request.order(), payment);
            payments.keep(payment.id(), request.details());
            return begin(request, payment, false);
        }
        if (live.get().status().isUnanswered()) {
            throw Problem.of(ErrorCode.OUTCOME_UNKNOWN);
        }
        startAttempt.requireAnother(payment);
        return new Step.ExpireFirst(live.get().id());
    }

    private void follow(PaymentOrder newest, Payment payment) {
        OrderChange.between(payment, newest)
                .forEach(change -> history.write(payment.id().value(), "storefront", change.kind(), change.detail()));
        payment.follow(newest, clock.instant());
    }

    private static Step replace(Request request, Payment payment) {
        if (!request.replaces().equals(Optional.of(payment.id()))) {
            throw Problem.of(ErrorCode.ORDER_AMOUNT_CHANGED, payment.amount())
                    .with("payment", payment.id().value());
        }
        return new Step.CloseFirst(payment.id());
    }

    private Step begin(Request request, Payment payment, boolean isNew) {
        Optional<AttemptRequest> attempt = request.attempt().filter(StartPayment::startsAtOnce);
        if (attempt.isEmpty()) {
            request.attempt().ifPresent(chosen -> payment.choose(chosen.method(), clock.instant()));
            keys.use(request.key(), payment.id().value(), true);
            return new Step.Done(payment.id());
        }
        Attempt begun = startAttempt.begin(payment, attempt.get(), "storefront");
        keys.use(request.key(), payment.id().value(), false);
        return new Step.Charge(chargeAttempt.prepare(begun, attempt.get(), request.details()), isNew);
    }

    /** A code to scan comes later, at the till. */
    private static boolean startsAtOnce(AttemptRequest attempt) {
        return attempt.method().descriptor().flow() != Flow.SCAN
                || attempt.barcode().isPresent();
    }

    private PaymentId charge(Request request, Step.Charge charge) {
        chargeAttempt.charge(charge.asked(), () -> keys.answered(request.key()), (payment, attempt) -> {
            if (charge.isNew()) {
                payments.remove(payment);
            } else {
                startAttempt.takeBack(payment, attempt);
            }
            keys.release(request.key());
        });
        return charge.asked().payment();
    }

    private sealed interface Step {
        record Done(PaymentId payment) implements Step {}

        record Charge(ChargeAttempt.Asked asked, boolean isNew) implements Step {}

        record ExpireFirst(AttemptId attempt) implements Step {}

        record CloseFirst(PaymentId payment) implements Step {}
    }
}
