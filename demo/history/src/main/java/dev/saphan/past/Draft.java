/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import dev.saphan.past.PastPayment.Attempt;
import dev.saphan.past.PastPayment.Entry;
import dev.saphan.past.PastPayment.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A payment while it is being made up. */
final class Draft {

    private static final Duration LIFE = Duration.ofDays(7);

    private final Instant created;
    private final long amount;
    private final Chronicle chronicle = new Chronicle();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final List<String> attention = new ArrayList<>();
    private @Nullable Attempt paidBy;
    private @Nullable Instant paid;
    private @Nullable String closedReason;

    Draft(Instant created, long amount) {
        this.created = created;
        this.amount = amount;
        chronicle.opened(created, amount);
    }

    /** When it is closed if nobody pays. */
    Instant closes() {
        return created.plus(LIFE);
    }

    int attempts() {
        return attempts.size();
    }

    Attempt add(Attempt attempt) {
        attempts.add(attempt);
        chronicle.tried(attempt);
        return attempt;
    }

    void paidBy(Attempt attempt, Instant when) {
        paidBy = attempt;
        paid = when;
        chronicle.paid(when.plusMillis(5), attempt, amount);
    }

    Optional<Attempt> paidBy() {
        return Optional.ofNullable(paidBy);
    }

    void close(Instant when, String reason) {
        closedReason = reason;
        chronicle.closed(when, reason);
    }

    void add(Refund refund) {
        refunds.add(refund);
        chronicle.refunded(refund);
    }

    void raise(Instant when, String kind) {
        attention.add(kind);
        chronicle.raised(when, kind);
    }

    void settle(Instant when, String kind) {
        attention.remove(kind);
        chronicle.settled(when, kind);
    }

    PastPayment finish(long number, Basket basket, boolean inThai, Chance chance) {
        List<Entry> story = chronicle.entries();
        return new PastPayment(
                number,
                PastIds.ofOurs("pay", created, chance),
                PastIds.order(number, chance),
                chance.letters(43),
                basket,
                inThai,
                attempts.get(attempts.size() - 1).method(),
                status(),
                Optional.ofNullable(closedReason),
                refunded(),
                Optional.ofNullable(paidBy),
                Optional.ofNullable(paid),
                created,
                story.get(story.size() - 1).at(),
                closes(),
                List.copyOf(attempts),
                List.copyOf(refunds),
                List.copyOf(attention),
                story);
    }

    private String status() {
        if (paid != null) {
            return "PAID";
        }
        return closedReason == null ? "OPEN" : "CLOSED";
    }

    /** What goes back of a second success is not what goes back of the payment. */
    private long refunded() {
        return refunds.stream()
                .filter(refund -> refund.isSucceeded() && refund.attempt().equals(paidBy))
                .mapToLong(Refund::amount)
                .sum();
    }
}
