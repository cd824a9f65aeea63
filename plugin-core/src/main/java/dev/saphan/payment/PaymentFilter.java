/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Channel;
import dev.saphan.settings.MethodSettings.AmountRange;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which payments somebody looks for.
 *
 * @param text the beginning of an order reference or of an id, or a whole idempotency key; empty for all
 * @param method a method's code
 */
public record PaymentFilter(
        StoreId store,
        Mode mode,
        String text,
        Optional<Condition> condition,
        Optional<String> method,
        Optional<Channel> channel,
        Optional<AmountRange> amount,
        Optional<Period> period) {

    /** What state they are in. Somebody who looks for open payments means those in processing too. */
    public enum Condition {
        OPEN,
        PAID,
        REFUNDED,
        CLOSED,
        ATTENTION,
        /** No outcome although one is due: Omise has not answered, or the time to pay is over and nobody said how it ended. */
        STUCK,
        DUPLICATE,
        /** Amount, currency or mode. */
        MISMATCH,
        LATE,
        REFUND_FAILED,
        /** Paid, and Omise took the success back. */
        REVERSED,
        DISPUTED,
        CONFLICT;

        /** Payments of which one of these was raised; empty if the condition is about something else. */
        Set<Attention> raised() {
            return switch (this) {
                case DUPLICATE -> Set.of(Attention.DUPLICATE_PAYMENT);
                case MISMATCH ->
                    Set.of(Attention.AMOUNT_MISMATCH, Attention.CURRENCY_MISMATCH, Attention.MODE_MISMATCH);
                case LATE -> Set.of(Attention.LATE_PAYMENT);
                case REFUND_FAILED -> Set.of(Attention.REFUND_FAILED);
                case REVERSED -> Set.of(Attention.PAYMENT_REVERSED);
                case DISPUTED -> Set.of(Attention.DISPUTE_OPENED, Attention.DISPUTE_WON, Attention.DISPUTE_LOST);
                case CONFLICT -> Set.of(Attention.ORDER_CONFLICT);
                case OPEN, PAID, REFUNDED, CLOSED, ATTENTION, STUCK -> Set.of();
            };
        }

        /** Whether each such payment needs a person, and for one reason. */
        public boolean isTrouble() {
            return this == STUCK || !raised().isEmpty();
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A span of time.
     *
     * @param until no longer in it
     */
    public record Period(Happening happening, Instant from, Instant until) {}

    /** What has to lie in the period. */
    public enum Happening {
        CREATED,
        PAID;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static PaymentFilter all(StoreId store, Mode mode) {
        return new PaymentFilter(
                store,
                mode,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The time by which a list of these is ordered: the one that is asked for, or else that of creation. */
    public Happening orderedBy() {
        return period.map(Period::happening).orElse(Happening.CREATED);
    }

    public PaymentFilter with(String searched) {
        return new PaymentFilter(store, mode, searched.strip(), condition, method, channel, amount, period);
    }

    public PaymentFilter in(Condition wanted) {
        return new PaymentFilter(store, mode, text, Optional.of(wanted), method, channel, amount, period);
    }

    public PaymentFilter by(String code) {
        return new PaymentFilter(store, mode, text, condition, Optional.of(code), channel, amount, period);
    }

    public PaymentFilter at(Channel where) {
        return new PaymentFilter(store, mode, text, condition, method, Optional.of(where), amount, period);
    }

    public PaymentFilter over(AmountRange wanted) {
        return new PaymentFilter(store, mode, text, condition, method, channel, Optional.of(wanted), period);
    }

    public PaymentFilter during(Period wanted) {
        return new PaymentFilter(store, mode, text, condition, method, channel, amount, Optional.of(wanted));
    }
}
