/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeRequest;
import dev.saphan.gateway.Gateway;
import dev.saphan.history.History;
import dev.saphan.job.Jobs;
import dev.saphan.method.PaymentDetails;
import dev.saphan.method.SourceFields;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the charge of an attempt that is written down already.
 *
 * <ol>
 *   <li>Reads what to ask, and closes that transaction.
 *   <li>Asks Omise, once.
 *   <li>Writes the answer down: a charge, a refusal, or that none came. Without an answer the attempt stays unknown and
 *       {@link WatchAttempt} looks for the charge; it is never asked for again.
 * </ol>
 */
@Wired
class ChargeAttempt {

    /** A webhook is usually faster; this is for the one that never comes. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

    private final Payments payments;
    private final PaymentViews views;
    private final RecordCharge recordCharge;
    private final Gateway gateway;
    private final Stores stores;
    private final Transactions transactions;
    private final Jobs jobs;
    private final History history;
    private final Event<AmountRefused> amountRefused;
    private final Clock clock;

    @Inject
    ChargeAttempt(
            Payments payments,
            PaymentViews views,
            RecordCharge recordCharge,
            Gateway gateway,
            Stores stores,
            Transactions transactions,
            Jobs jobs,
            History history,
            Event<AmountRefused> amountRefused,
            Clock clock) {
        this.payments = payments;
        this.views = views;
        this.recordCharge = recordCharge;
        this.gateway = gateway;
        this.stores = stores;
        this.transactions = transactions;
        this.jobs = jobs;
        this.history = history;
        this.amountRefused = amountRefused;
        this.clock = clock;
    }

    /** Why surely no charge was made: then nothing was changed and the caller undoes the attempt. Empty if one may be. */
    Optional<Problem> charge(PaymentId paymentId, AttemptId attemptId, AttemptRequest request) {
        Prepared prepared = transactions.call(() -> prepare(paymentId, attemptId, request));
        Answer<Charge> answer = gateway.createCharge(prepared.account(), prepared.request());
        if (answer instanceof Answer.NotFound && request.sourceId().isPresent()) {
            return Optional.of(Problem.inField(ErrorCode.SOURCE_UNUSABLE, "source"));
        }
        return transactions.callAfterwards(() -> record(paymentId, attemptId, answer));
    }

    private Prepared prepare(PaymentId paymentId, AttemptId attemptId, AttemptRequest request) {
        Payment payment = payments.find(paymentId).orElseThrow();
        PaymentDetails details = payments.details(paymentId);
        SourceFields source = new SourceFields();
        request.method().describe(source, details);
        request.barcode().ifPresent(barcode -> source.put("barcode", barcode.digits()));
        Store store = stores.get(payment.store());
        return new Prepared(
                store.account(payment.mode()),
                new ChargeRequest(
                        attemptId.value(),
                        paymentId.value(),
                        payment.orderReference(),
                        payment.amount(),
                        request.method().code(),
                        source.asMap(),
                        request.sourceId(),
                        URI.create(views.returnAddress(payment)),
                        request.expiresAt()
                                .or(() -> usualExpiry(
                                        store.method(request.method().code()), request)),
                        Optional.ofNullable(details.ip())));
    }

    /** As the store sets it, within what the method allows; empty where Omise decides. */
    private Optional<Instant> usualExpiry(MethodSettings settings, AttemptRequest request) {
        return request.method()
                .descriptor()
                .expiryRange()
                .flatMap(range -> settings.expiry()
                        .map(wanted -> wanted.compareTo(range.shortest()) < 0 ? range.shortest() : wanted)
                        .map(wanted -> wanted.compareTo(range.longest()) > 0 ? range.longest() : wanted)
                        .map(clock.instant()::plus));
    }

    private Optional<Problem> record(PaymentId paymentId, AttemptId attemptId, Answer<Charge> answer) {
        Payment payment = payments.lock(paymentId);
        Attempt attempt = payments.findAttempt(attemptId).orElseThrow();
        if (answer instanceof Answer.Ok<Charge> ok) {
            recordCharge.record(payment, attempt, ok.value(), "omise");
            jobs.hurry(WatchAttempt.NAME, attemptId.value(), clock.instant().plus(FIRST_LOOK));
        } else if (answer instanceof Answer.Declined<Charge> declined) {
            refused(payment, attempt, declined.code(), declined.message());
        } else if (answer instanceof Answer.NotFound<Charge> notFound) {
            refused(payment, attempt, "not_found", notFound.reason());
        } else if (answer instanceof Answer.Unknown<Charge> unknown) {
            attempt.lost();
            payment.touched(clock.instant());
            history.write(paymentId.value(), "saphan", "attempt.unknown", unknown.reason());
            jobs.hurry(WatchAttempt.NAME, attemptId.value(), clock.instant().plusSeconds(1));
        } else {
            return Optional.of(Problem.of(ErrorCode.GATEWAY_UNAVAILABLE));
        }
        return Optional.empty();
    }

    private void refused(Payment payment, Attempt attempt, String code, String message) {
        FailureCode why = FailureCode.ofRefusal(code, message);
        attempt.refused(why, code, clock.instant());
        if (why == FailureCode.AMOUNT_NOT_ACCEPTED) {
            amountRefused.fire(new AmountRefused(
                    payment.store(), payment.mode(), attempt.method(), payment.amount(), code + ": " + message));
        }
        history.write(payment.id().value(), "omise", "charge.refused", code + ": " + message);
        recordCharge.settle(payment, attempt);
    }

    private record Prepared(OmiseAccount account, ChargeRequest request) {}
}
