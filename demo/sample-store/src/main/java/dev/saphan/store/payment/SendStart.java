/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Sends a recorded start and records the answer.
 *
 * <ol>
 *   <li>No transaction is open during the call.
 *   <li>A time-out is asked again at once with the same key; so is "later", if it is soon.
 *   <li>Without an answer the start stays unanswered: a job sends it again when its time has come, with the same key.
 * </ol>
 */
@Singleton
public class SendStart {

    private static final Logger LOG = Logger.getLogger(SendStart.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final int TRIES = 2;
    private static final int MOST_DOUBLINGS = 2;

    /** How it went: a payment, a final no, or neither yet. */
    public record Outcome(
            @Nullable Payment payment, @Nullable String refusal) {

        static final Outcome UNANSWERED = new Outcome(null, null);

        public boolean unanswered() {
            return payment == null && refusal == null;
        }
    }

    private final Jdbi jdbi;
    private final Payments payments;
    private final PaymentStarts starts;
    private final RecordPayment recordPayment;
    private final Pause pause;
    private final Clock clock;

    @Inject
    public SendStart(
            Jdbi jdbi, Payments payments, PaymentStarts starts, RecordPayment recordPayment, Pause pause, Clock clock) {
        this.jdbi = jdbi;
        this.payments = payments;
        this.starts = starts;
        this.recordPayment = recordPayment;
        this.pause = pause;
        this.clock = clock;
    }

    public Outcome send(PaymentStart start) {
        if (start.mustWait(clock.instant())) {
            return Outcome.UNANSWERED;
        }
        String told = null;
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(start.tries(), MOST_DOUBLINGS));
        for (int i = 0; i < TRIES; i++) {
            Answer<Payment> answer = payments.start(start.idempotencyKey(), start.body());
            if (answer instanceof Answer.Given<Payment> given) {
                return accepted(start, given.value());
            }
            if (answer instanceof Answer.Refused<Payment> refused) {
                return refused(start, refused);
            }
            if (answer instanceof Answer.Later<Payment> later) {
                wait = later.after();
                told = later.code();
                if (wait.compareTo(SOON) > 0 || !paused(wait)) {
                    break;
                }
            }
        }
        LOG.info(() -> "no answer yet to the payment of " + start.orderReference());
        starts.waits(start, wait, told);
        return Outcome.UNANSWERED;
    }

    private Outcome accepted(PaymentStart start, Payment payment) {
        jdbi.useTransaction(handle -> recordPayment.started(handle, start, payment));
        return new Outcome(payment, null);
    }

    private Outcome refused(PaymentStart start, Answer.Refused<Payment> refused) {
        LOG.warning(() -> "payment of " + start.orderReference() + " refused: " + refused.code());
        starts.refused(start, refused.code(), refused.detail());
        return new Outcome(null, refused.code());
    }

    private boolean paused(Duration wait) {
        try {
            pause.of(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
