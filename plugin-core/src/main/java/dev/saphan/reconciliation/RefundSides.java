/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.ChargeFees;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.payment.Attempt;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundStatus;
import dev.saphan.settings.AccountKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One refund as both books have it, or one of them.
 *
 * @param chargeId empty if the gateway does not tell
 * @param attempt the one whose charge it belongs to
 */
record RefundSides(String chargeId, Optional<GatewayRefund> theirs, Optional<Refund> ours, Optional<Attempt> attempt)
        implements Sides {

    /** A refund that is not settled is looked at that often at least. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** Ours to one of theirs: by its id, or by ours in its metadata. */
    static Optional<Refund> match(List<Refund> ours, GatewayRefund theirs) {
        return ours.stream()
                .filter(refund -> refund.gatewayRefundId().equals(Optional.of(theirs.id()))
                        || theirs.refund().equals(Optional.of(refund.id().value())))
                .findFirst();
    }

    @Override
    public ReconciledItem.Kind kind() {
        return ReconciledItem.Kind.REFUND;
    }

    @Override
    public String subject() {
        return theirs.map(GatewayRefund::id)
                .or(() -> ours.flatMap(Refund::gatewayRefundId))
                .orElseGet(() -> ours.orElseThrow().id().value());
    }

    @Override
    public Optional<Side> theirSide() {
        return theirs.map(refund -> new Side(theirStatus(refund), refund.amount()));
    }

    @Override
    public Optional<Side> ourSide() {
        return ours.map(refund -> new Side(ourStatus(refund), refund.amount()));
    }

    @Override
    public Optional<ChargeFees> fees() {
        return Optional.empty();
    }

    @Override
    public void tell(Belonging belonging, AccountKey account) {
        belonging.toCharge(chargeId);
        belonging.toRefund(ours);
        attempt.ifPresent(known -> belonging.toAttempt(known, account));
    }

    @Override
    public Finding compare(AccountKey account, Instant now) {
        if (theirs.isEmpty()) {
            return withoutTheirs(now);
        }
        if (ours.isEmpty()) {
            return attempt.map(known -> known.account().equals(account) ? Finding.REFUND_UNKNOWN : Finding.ELSEWHERE)
                    .orElse(Finding.REFUND_FOREIGN);
        }
        if (!theirs.get().amount().equals(ours.get().amount())) {
            return Finding.REFUND_AMOUNT_DIFFERS;
        }
        boolean pending = ours.get().status() == RefundStatus.PENDING;
        if (theirStatus(theirs.get()).equals(ourStatus(ours.get()))) {
            return pending ? Finding.IN_MOTION : Finding.AGREED;
        }
        return pending && isYoung(now) ? Finding.IN_MOTION : Finding.REFUND_STATUS_DIFFERS;
    }

    private Finding withoutTheirs(Instant now) {
        Refund refund = ours.orElseThrow();
        return switch (refund.status()) {
            case FAILED -> Finding.AGREED;
            case SUCCEEDED -> Finding.REFUND_MISSING;
            case PENDING ->
                refund.gatewayRefundId().isEmpty() && (!refund.wasSent() || isYoung(now))
                        ? Finding.IN_MOTION
                        : Finding.REFUND_MISSING;
        };
    }

    private boolean isYoung(Instant now) {
        return ours.filter(refund -> refund.createdAt().plus(LONGEST_PAUSE).isAfter(now))
                .isPresent();
    }

    @Override
    public Optional<Instant> happenedAt() {
        return theirs.flatMap(GatewayRefund::createdAt).or(() -> ours.map(Refund::createdAt));
    }

    private static String theirStatus(GatewayRefund refund) {
        return switch (refund.status()) {
            case PENDING -> "pending";
            case CLOSED -> refund.voided() ? "voided" : "succeeded";
            case UNRECOGNISED -> "unrecognised";
        };
    }

    private static String ourStatus(Refund refund) {
        return switch (refund.status()) {
            case PENDING -> "pending";
            case SUCCEEDED -> refund.isVoided() ? "voided" : "succeeded";
            case FAILED -> "failed";
        };
    }
}
