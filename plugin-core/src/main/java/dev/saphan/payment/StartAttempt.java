/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.history.History;
import dev.saphan.job.Jobs;
import dev.saphan.method.Barcode;
import dev.saphan.method.Cart;
import dev.saphan.method.ExpiryRange;
import dev.saphan.method.Flow;
import dev.saphan.method.Offers;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.secret.Digests;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Another try to pay a payment that is open: another method, a renewed QR code, a code that the cashier scanned.
 *
 * <ol>
 *   <li>An attempt that may still turn into money is expired at Omise first; while that is not known to have worked, no
 *       second one is made.
 *   <li>The new attempt is written down, together with the job that watches it.
 *   <li>{@link ChargeAttempt} makes its charge.
 * </ol>
 */
@Wired
public class StartAttempt {

    private static final int MOST_ROUNDS = 3;
    private static final Duration SAME_SCAN = Duration.ofSeconds(10);

    private final Payments payments;
    private final Stores stores;
    private final Offers offers;
    private final ChargeAttempt chargeAttempt;
    private final ExpireAttempt expireAttempt;
    private final RecordCharge recordCharge;
    private final Transactions transactions;
    private final Jobs jobs;
    private final History history;
    private final Deployment deployment;
    private final AttemptLimit limit;
    private final Clock clock;

    @Inject
    StartAttempt(
            Payments payments,
            Stores stores,
            Offers offers,
            ChargeAttempt chargeAttempt,
            ExpireAttempt expireAttempt,
            RecordCharge recordCharge,
            Transactions transactions,
            Jobs jobs,
            History history,
            Deployment deployment,
            AttemptLimit limit,
            Clock clock) {
        this.payments = payments;
        this.stores = stores;
        this.offers = offers;
        this.chargeAttempt = chargeAttempt;
        this.expireAttempt = expireAttempt;
        this.recordCharge = recordCharge;
        this.transactions = transactions;
        this.jobs = jobs;
        this.history = history;
        this.deployment = deployment;
        this.limit = limit;
        this.clock = clock;
    }

    /** @throws Problem if the payment is paid or closed, the method does not fit, or an outcome is still unknown */
    public void start(PaymentId id, AttemptRequest request, String actor) {
        start(id, request, OptionalInt.empty(), actor);
    }

    /**
     * As {@link #start}, unless there are more attempts by now than the person saw who asked: a form that is sent twice
     * starts one.
     */
    public void startAfter(PaymentId id, AttemptRequest request, int seen, String actor) {
        start(id, request, OptionalInt.of(seen), actor);
    }

    private void start(PaymentId id, AttemptRequest request, OptionalInt seen, String actor) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Step step = transactions.call(() -> step(id, request, seen, actor));
            if (step instanceof Step.ExpireFirst first) {
                requireSettled(expireAttempt.expire(first.attempt(), actor));
            } else if (step instanceof Step.Charge charge) {
                chargeAttempt.charge(charge.asked(), () -> {}, this::takeBack);
                return;
            } else {
                return;
            }
        }
        throw Problem.of(ErrorCode.OUTCOME_UNKNOWN);
    }

    /** Whether what the caller wants of the attempt fits the method and the cart; no transaction is needed. */
    void check(AttemptRequest request, Store store, Mode mode, Cart cart) {
        offers.check(request.method(), store, mode, cart);
        request.expiresAt().ifPresent(expiry -> checkExpiry(request, expiry));
        if (request.barcode().isPresent() && request.method().descriptor().flow() != Flow.SCAN) {
            throw Problem.inField(ErrorCode.INVALID_FIELD, "barcode");
        }
    }

    /** Writes a new attempt down. The payment is locked, open, and has no attempt that may turn into money. */
    Attempt begin(Payment payment, AttemptRequest request, String actor) {
        limit.require(payment);
        Instant now = clock.instant();
        Attempt attempt = payment.begin(request.method(), now);
        request.barcode().ifPresent(barcode -> attempt.scanned(Digests.sha256(barcode.digits())));
        request.cashier().ifPresent(attempt::takenBy);
        history.write(payment.id().value(), actor, "attempt.started", attempt.method());
        jobs.enter(
                WatchAttempt.NAME,
                attempt.id().value(),
                now.plus(deployment.gatewayTimeout()).plusSeconds(2));
        return attempt;
    }

    /** @throws Problem if no other attempt may be begun on it now; to be asked before its live one is expired */
    void requireAnother(Payment payment) {
        limit.require(payment);
    }

    /** Undoes an attempt that surely never left. The payment is locked. */
    void takeBack(Payment payment, Attempt attempt) {
        payment.takeBack(attempt, clock.instant());
        payments.removeAttempt(attempt);
        history.write(payment.id().value(), "saphan", "attempt.not_sent", attempt.method());
        recordCharge.takenBack(payment);
    }

    static void requireSettled(boolean settled) {
        if (!settled) {
            throw Problem.of(ErrorCode.OUTCOME_UNKNOWN);
        }
    }

    private Step step(PaymentId id, AttemptRequest request, OptionalInt seen, String actor) {
        Payment payment = payments.lock(id);
        if (seen.isPresent() && payment.attempts().size() > seen.getAsInt()) {
            return new Step.Nothing();
        }
        requireOpen(payment);
        check(request, stores.get(payment.store()), payment.mode(), Cart.of(payment.amount(), payment.channel()));
        Optional<Attempt> live = payment.liveAttempt();
        if (live.isPresent()) {
            return behind(payment, live.get(), request);
        }
        if (request.method().descriptor().flow() == Flow.SCAN
                && request.barcode().isEmpty()) {
            payment.choose(request.method(), clock.instant());
            return new Step.Nothing();
        }
        Attempt attempt = begin(payment, request, actor);
        return new Step.Charge(chargeAttempt.prepare(attempt, request, payments.details(id)));
    }

    private Step behind(Payment payment, Attempt live, AttemptRequest request) {
        boolean sameScan = request.barcode()
                .map(Barcode::digits)
                .map(Digests::sha256)
                .filter(live::wasScanned)
                .isPresent();
        if (sameScan && live.createdAt().plus(SAME_SCAN).isAfter(clock.instant())) {
            return new Step.Nothing();
        }
        if (live.status().isUnanswered()) {
            throw Problem.of(ErrorCode.OUTCOME_UNKNOWN);
        }
        limit.require(payment);
        return new Step.ExpireFirst(live.id());
    }

    private static void requireOpen(Payment payment) {
        switch (payment.status()) {
            case PAID -> throw Problem.of(ErrorCode.ORDER_ALREADY_PAID);
            case CLOSED -> throw Problem.of(ErrorCode.PAYMENT_CLOSED);
            case OPEN -> {}
        }
    }

    private void checkExpiry(AttemptRequest request, Instant expiry) {
        ExpiryRange range = request.method()
                .descriptor()
                .expiryRange()
                .orElseThrow(() -> Problem.inField(ErrorCode.INVALID_FIELD, "expiresAt"));
        Instant now = clock.instant();
        if (expiry.isBefore(now.plus(range.shortest())) || expiry.isAfter(now.plus(range.longest()))) {
            throw Problem.inField(ErrorCode.INVALID_FIELD, "expiresAt");
        }
    }

    private sealed interface Step {
        record ExpireFirst(AttemptId attempt) implements Step {}

        record Charge(ChargeAttempt.Asked asked) implements Step {}

        record Nothing() implements Step {}
    }
}
