/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.call.CallLog;
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
import java.util.function.BiConsumer;

/**
 * Makes the charge of an attempt.
 *
 * <ol>
 *   <li>Says what to ask, in the transaction that writes the attempt down.
 *   <li>Asks Omise, once, with no transaction open.
 *   <li>Writes the answer down: a charge, a refusal, or that none came. Without an answer the attempt stays unknown and
 *       {@link WatchAttempt} looks for the charge; it is never asked for again. If surely none was made, the attempt is undone.
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
    private final CallLog callLog;
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
            CallLog callLog,
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
        this.callLog = callLog;
        this.stores = stores;
        this.transactions = transactions;
        this.jobs = jobs;
        this.history = history;
        this.amountRefused = amountRefused;
        this.clock = clock;
    }

    /** What Omise is to be asked. */
    record Asked(PaymentId payment, AttemptId attempt, OmiseAccount account, ChargeRequest request) {}

    /** What is to be asked for an attempt that is being written down. */
    Asked prepare(Attempt attempt, AttemptRequest request, PaymentDetails details) {
        Payment payment = attempt.payment();
        SourceFields source = new SourceFields();
        request.method().describe(source, details);
        request.barcode().ifPresent(barcode -> source.put("barcode", barcode.digits()));
        Store store = stores.get(payment.store());
        MethodSettings settings = store.method(request.method().code());
        return new Asked(
                payment.id(),
                attempt.id(),
                store.account(payment.mode()),
                new ChargeRequest(
                        attempt.id().value(),
                        payment.id().value(),
                        payment.orderReference(),
                        payment.amount(),
                        request.method().code(),
                        source.asMap(),
                        request.sourceId(),
                        URI.create(views.returnAddress(payment)),
                        request.expiresAt().or(() -> usualExpiry(settings, request)),
                        Optional.ofNullable(details.ip())));
    }

    /**
     * Asks Omise, with no transaction open.
     *
     * @param answered what else is to be written down together with the answer, or that none came
     * @param unmade what undoes the attempt, in a transaction with the payment locked
     * @throws Problem if surely no charge was made, after it was undone
     */
    void charge(Asked asked, Runnable answered, BiConsumer<Payment, Attempt> unmade) {
        try (CallLog.Held call = callLog.hold()) {
            Answer<Charge> answer = gateway.createCharge(asked.account(), asked.request());
            Optional<Problem> why = whyUnmade(answer, asked.request());
            transactions.runAfterwards(() -> {
                Payment payment = payments.lock(asked.payment());
                Attempt attempt = payments.findAttempt(asked.attempt()).orElseThrow();
                if (why.isEmpty()) {
                    record(payment, attempt, answer);
                    answered.run();
                } else {
                    unmade.accept(payment, attempt);
                }
                call.keep();
            });
            if (why.isPresent()) {
                throw why.get();
            }
        }
    }

    private static Optional<Problem> whyUnmade(Answer<Charge> answer, ChargeRequest request) {
        if (answer instanceof Answer.NotFound && request.sourceId().isPresent()) {
            return Optional.of(Problem.inField(ErrorCode.SOURCE_UNUSABLE, "source"));
        }
        return answer.isTurnedAway() ? Optional.of(Problem.of(ErrorCode.GATEWAY_UNAVAILABLE)) : Optional.empty();
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

    private void record(Payment payment, Attempt attempt, Answer<Charge> answer) {
        if (answer instanceof Answer.Ok<Charge> ok) {
            recordCharge.record(payment, attempt, ok.value(), "omise");
            jobs.hurry(WatchAttempt.NAME, attempt.id().value(), clock.instant().plus(FIRST_LOOK));
        } else if (answer instanceof Answer.Declined<Charge> declined) {
            refused(payment, attempt, declined.code(), declined.message());
        } else if (answer instanceof Answer.NotFound<Charge> notFound) {
            refused(payment, attempt, "not_found", notFound.reason());
        } else if (answer instanceof Answer.Unknown<Charge> unknown) {
            attempt.lost();
            payment.touched(clock.instant());
            history.write(payment.id().value(), "saphan", "attempt.unknown", unknown.reason());
            jobs.hurry(WatchAttempt.NAME, attempt.id().value(), clock.instant().plusSeconds(1));
        }
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
}
