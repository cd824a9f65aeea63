/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeFees;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Dispute;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.WatchRhythm;
import dev.saphan.settings.AccountKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One charge as both books have it, or one of them. */
record ChargeSides(Optional<Charge> theirs, Optional<Attempt> ours) implements Sides {

    /** How long a charge whose answer was lost is looked for before that is strange. */
    private static final Duration LONGEST_SEARCH = Duration.ofMinutes(10);

    /** Two looks may be a little late. */
    private static final int LOOKS = 2;

    @Override
    public ReconciledItem.Kind kind() {
        return ReconciledItem.Kind.CHARGE;
    }

    @Override
    public String subject() {
        return chargeId().orElseGet(() -> ours.orElseThrow().id().value());
    }

    private Optional<String> chargeId() {
        return theirs.map(Charge::id).or(() -> ours.flatMap(Attempt::chargeId));
    }

    @Override
    public Optional<Side> theirSide() {
        return theirs.map(charge -> new Side(theirStatus(charge), charge.amount()));
    }

    /** An attempt has its money in the books once, also when a second charge was made for it. */
    @Override
    public Optional<Side> ourSide() {
        return ours.filter(attempt -> theirs.isEmpty()
                        || attempt.chargeId().isEmpty()
                        || attempt.chargeId().equals(theirs.map(Charge::id)))
                .map(attempt -> new Side(ourStatus(attempt), attempt.payment().amount()));
    }

    @Override
    public Optional<ChargeFees> fees() {
        return theirs.flatMap(Charge::fees);
    }

    @Override
    public void tell(Belonging belonging, AccountKey account) {
        chargeId().ifPresent(belonging::toCharge);
        theirs.map(Charge::sourceType).ifPresent(belonging::paidBy);
        ours.ifPresent(attempt -> belonging.toAttempt(attempt, account));
    }

    @Override
    public Finding compare(AccountKey account, Instant now) {
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
        if (!theirStatus(charge).equals(ourStatus(attempt))) {
            return isInMotion(attempt, now) ? Finding.IN_MOTION : Finding.STATUS_DIFFERS;
        }
        if (attempt.status().isLive()) {
            return Finding.IN_MOTION;
        }
        return isPaying(attempt) && attempt.status() != AttemptStatus.SUCCESSFUL
                ? Finding.CHARGE_REVERSED
                : compareDispute(attempt, charge);
    }

    private static Finding compareDispute(Attempt attempt, Charge charge) {
        Optional<Dispute.Status> told = charge.dispute().map(Dispute::status);
        if (!told.equals(attempt.disputeStatus())) {
            return Finding.DISPUTE_DIFFERS;
        }
        return told.map(status -> switch (status) {
                    case OPEN -> Finding.CHARGE_DISPUTED;
                    case LOST -> Finding.DISPUTE_LOST;
                    case WON -> Finding.AGREED;
                })
                .orElse(Finding.AGREED);
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
    @Override
    public Optional<Instant> happenedAt() {
        return theirs.flatMap(charge -> charge.paidAt().or(charge::createdAt)).or(() -> ours.map(ChargeSides::ourTime));
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

    private static String theirStatus(Charge charge) {
        boolean ranOut =
                charge.status() == ChargeStatus.FAILED && charge.failureCode().equals(Optional.of("payment_expired"));
        return ranOut ? "expired" : charge.status().name().toLowerCase(Locale.ROOT);
    }

    private static String ourStatus(Attempt attempt) {
        return attempt.status().isUnanswered()
                ? "unknown"
                : attempt.status().name().toLowerCase(Locale.ROOT);
    }
}
