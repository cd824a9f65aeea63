/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import dev.saphan.past.PastPayment.Attempt;
import dev.saphan.past.PastPayment.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes up one payment: most are paid at once, some at the second try, a few are given up; of some the money goes back,
 * and now and then something is odd.
 */
final class PaymentStory {

    /** After that somebody has looked at what was odd. */
    private static final Duration LOOKED_AT = Duration.ofDays(12);

    private final long number;
    private final Instant created;
    private final Instant present;
    private final Chance chance;
    private final Basket basket;
    private final PastMethod method;
    private final boolean inThai;
    private final Draft draft;

    PaymentStory(long number, Instant created, Instant present, Chance chance) {
        this.number = number;
        this.created = created;
        this.present = present.minusSeconds(1); // what follows at once is past too
        this.chance = chance;
        this.basket = Basket.fill(chance);
        this.method = PastMethod.any(chance, basket.amount());
        this.inThai = chance.percent(65);
        this.draft = new Draft(created, basket.amount());
    }

    PastPayment tell() {
        switch (chance.weighted(800, 90, 50, 55, 5)) {
            case 0 -> pay(method, begin());
            case 1 -> payAtTheSecondTry();
            case 2 -> cancel();
            case 3 -> giveUp();
            default -> payTwice();
        }
        draft.paidBy().ifPresent(this::giveBack);
        return draft.finish(number, basket, inThai, chance);
    }

    private Instant begin() {
        return created.plusMillis(40);
    }

    /** Still waits if the shopper would only pay later than now. */
    private void pay(PastMethod with, Instant begin) {
        if (begin.isAfter(present)) {
            return;
        }
        Instant when = begin.plusSeconds(with.secondsToPay(chance));
        if (when.isAfter(present)) {
            leaveWaiting(with, begin);
            return;
        }
        draft.paidBy(add(with, begin, "SUCCESSFUL", when, null), when);
    }

    private void payAtTheSecondTry() {
        Instant failed = created.plusSeconds(chance.between(20, 150));
        if (failed.isAfter(present)) {
            leaveWaiting(method, begin());
            return;
        }
        add(method, begin(), "FAILED", failed, method.failure(chance));
        pay(method.another(chance, basket.amount()), failed.plusSeconds(chance.between(15, 120)));
    }

    private void cancel() {
        Instant when = created.plusSeconds(chance.between(120, 2_400));
        if (when.isAfter(present)) {
            leaveWaiting(method, begin());
            return;
        }
        add(method, begin(), "EXPIRED", when, null);
        draft.close(when.plusMillis(3), "CANCELLED");
    }

    /** At a till somebody notices; at home nobody does. */
    private void giveUp() {
        if (method.flow().equals("SCAN")) {
            cancel();
        } else {
            forget();
        }
    }

    /** Nobody pays, and time runs out: first the charge's, then the payment's. */
    private void forget() {
        Instant expires = begin().plus(method.life());
        if (expires.isAfter(present)) {
            leaveWaiting(method, begin());
            return;
        }
        add(method, begin(), "EXPIRED", expires, null);
        Instant end = draft.closes().isAfter(expires) ? draft.closes() : expires;
        if (!end.plusMillis(3).isAfter(present)) {
            draft.close(end.plusMillis(3), "EXPIRED");
        }
    }

    /** The shopper pays with a second code, and then with the first one too. */
    private void payTwice() {
        Instant again = created.plusSeconds(chance.between(600, 3_000));
        if (again.isAfter(present)) {
            pay(method, begin());
            return;
        }
        Attempt surplus = add(method, begin(), "SUCCESSFUL", again, null);
        pay(method, created.plusSeconds(90));
        if (remark(again.plusMillis(9), "DUPLICATE_PAYMENT")) {
            RefundStory giving = new RefundStory(surplus, basket.amount(), inThai, chance);
            draft.add(giving.ofSurplus(again.plus(LOOKED_AT).minusSeconds(40)));
        }
    }

    private void giveBack(Attempt attempt) {
        Instant paid = attempt.settled().orElseThrow();
        if (!chance.percent(8)) {
            return;
        }
        Instant asked = paid.plusSeconds(chance.between(1_800, 12 * 86_400L));
        if (asked.plusSeconds(5).isAfter(present) || asked.isAfter(paid.plus(method.refundable()))) {
            return;
        }
        for (Refund refund : new RefundStory(attempt, basket.amount(), inThai, chance).begin(asked, present)) {
            draft.add(refund);
            if (!refund.isSucceeded()) {
                remark(refund.created().plusMillis(650), "REFUND_FAILED");
            }
        }
    }

    /** Whether somebody has looked at it meanwhile. */
    private boolean remark(Instant when, String kind) {
        draft.raise(when, kind);
        Instant settled = when.plus(LOOKED_AT);
        if (settled.isAfter(present)) {
            return false;
        }
        draft.settle(settled, kind);
        return true;
    }

    private void leaveWaiting(PastMethod with, Instant begin) {
        add(with, begin, "PENDING", null, null);
    }

    private Attempt add(
            PastMethod with, Instant begin, String status, @Nullable Instant settled, @Nullable String failure) {
        return draft.add(new Attempt(
                PastIds.ofOurs("att", begin, chance),
                draft.attempts() + 1,
                with,
                status,
                PastIds.ofOmises("chrg", chance),
                Optional.ofNullable(failure),
                begin,
                begin.plus(with.life()),
                Optional.ofNullable(settled)));
    }
}
