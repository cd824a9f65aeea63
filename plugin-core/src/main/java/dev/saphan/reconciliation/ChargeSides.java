/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.WatchRhythm;
import dev.saphan.settings.AccountKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One charge as both books have it, or one of them. */
record ChargeSides(Optional<Charge> theirs, Optional<Attempt> ours) {

    /** How long a charge whose answer was lost is looked for before that is strange. */
    private static final Duration LONGEST_SEARCH = Duration.ofMinutes(10);

    /** Two looks may be a little late. */
    private static final int LOOKS = 2;

    Finding compare(AccountKey account, Instant now) {
        if (ours.isEmpty()) {
            return Finding.CHARGE_FOREIGN;
        }
        Attempt attempt = ours.get();
        if (theirs.isEmpty()) {
            return withoutTheirs(attempt, now);
        }
        Charge charge = theirs.get();
        if (!attempt.account().equals(account)) {
            return Finding.ELSEWHERE;
        }
        if (attempt.chargeId().isEmpty()) {
            return isInMotion(attempt, now) ? Finding.IN_MOTION : Finding.CHARGE_UNKNOWN;
        }
        if (!attempt.chargeId().get().equals(charge.id())) {
            return Finding.CHARGE_DOUBLED;
        }
        if (!charge.amount().equals(attempt.payment().amount())) {
            return Finding.AMOUNT_DIFFERS;
        }
        return compareStatus(attempt, charge, now);
    }

    private Finding compareStatus(Attempt attempt, Charge charge, Instant now) {
        if (theirStatus(charge).equals(ourStatus(attempt))) {
            return attempt.status().isLive() ? Finding.IN_MOTION : Finding.AGREED;
        }
        return isInMotion(attempt, now) ? Finding.IN_MOTION : Finding.STATUS_DIFFERS;
    }

    private static Finding withoutTheirs(Attempt attempt, Instant now) {
        if (attempt.chargeId().isEmpty() && !attempt.status().isUnanswered()) {
            return Finding.AGREED;
        }
        return attempt.chargeId().isEmpty() && isInMotion(attempt, now) ? Finding.IN_MOTION : Finding.CHARGE_MISSING;
    }

    /** Whether it is looked at so often that the next look is near. */
    private static boolean isInMotion(Attempt attempt, Instant now) {
        AttemptStatus status = attempt.status();
        if (status.isUnanswered()) {
            return attempt.createdAt().plus(LONGEST_SEARCH).isAfter(now);
        }
        Instant looked = attempt.chargeReadAt().orElse(attempt.createdAt());
        Duration rhythm = WatchRhythm.of(attempt.flow(), status, Duration.between(attempt.createdAt(), now));
        return status.isLive() && looked.plus(rhythm.multipliedBy(LOOKS)).isAfter(now);
    }

    /** To which day it belongs: when it was paid, or else made; by the gateway's clock where the gateway has it. */
    Instant happenedAt() {
        return theirs.map(charge -> charge.paidAt().orElse(charge.createdAt()))
                .or(() -> ours.map(ChargeSides::ourTime))
                .orElseThrow();
    }

    static Instant ourTime(Attempt attempt) {
        return attempt.payment().paidAt().filter(paid -> isPaying(attempt)).orElse(attempt.createdAt());
    }

    static boolean isPaying(Attempt attempt) {
        return attempt.payment()
                .paidAttempt()
                .filter(paid -> paid.id().equals(attempt.id()))
                .isPresent();
    }

    static String theirStatus(Charge charge) {
        boolean ranOut =
                charge.status() == ChargeStatus.FAILED && charge.failureCode().equals(Optional.of("payment_expired"));
        return ranOut ? "expired" : charge.status().name().toLowerCase(Locale.ROOT);
    }

    static String ourStatus(Attempt attempt) {
        return attempt.status().isUnanswered()
                ? "unknown"
                : attempt.status().name().toLowerCase(Locale.ROOT);
    }
}
