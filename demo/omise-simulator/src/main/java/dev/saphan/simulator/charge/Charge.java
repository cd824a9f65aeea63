/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.ledger.Ids;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A charge with its source and its refunds. It is born pending and ends paid, failed or expired; what has ended stays
 * as it is, unless Omise takes a success back. Money may go back from a paid one, which does not change its status.
 *
 * @param payment the id under which the wallet knows it
 * @param past what happened to it before this simulator was there
 */
public record Charge(
        String id,
        String account,
        boolean livemode,
        Instant createdAt,
        Source source,
        String payment,
        Terms terms,
        State state,
        @Nullable QrDocument qr,
        List<Refund> refunds,
        @Nullable Dispute dispute,
        @Nullable Past past) {

    public ChargeStatus status() {
        return state.status();
    }

    public boolean isPending() {
        return status() == ChargeStatus.PENDING;
    }

    public boolean isPaid() {
        return status() == ChargeStatus.SUCCESSFUL;
    }

    public long refundedAmount() {
        return refunds.stream().mapToLong(Refund::amount).sum();
    }

    public long remaining() {
        return terms.amount() - refundedAmount();
    }

    public boolean voided() {
        return refunds.stream().anyMatch(Refund::voided);
    }

    boolean isDue(Instant now) {
        return isPending() && !now.isBefore(state.expiresAt());
    }

    Charge pay(Instant now) {
        requirePending();
        return with(state.paid(now, Ids.next("trxn", livemode)));
    }

    /** The wallet reports a success after the charge was already called expired or failed. */
    Charge payLate(Instant now) {
        if (status() != ChargeStatus.EXPIRED && status() != ChargeStatus.FAILED) {
            throw ApiError.invalidCharge("charge is " + status().text());
        }
        return with(state.paid(now, Ids.next("trxn", livemode)));
    }

    Charge fail(String code) {
        requirePending();
        return with(state.failed(code, FailureTexts.of(code)));
    }

    Charge expire(Instant now) {
        if (!isPending()) {
            throw new ApiError(400, "failed_expire", "only pending charges can be expired");
        }
        return with(state.expired(now));
    }

    /** Omise takes a success back; no page of Omise's tells of such a case, and a plugin must bear it. */
    Charge takeBack(ChargeStatus told) {
        requirePaid();
        return with(
                told == ChargeStatus.FAILED
                        ? state.failed("failed_processing", FailureTexts.of("failed_processing"))
                        : state.reversed());
    }

    Charge dispute(long amount, Instant now) {
        requirePaid();
        if (amount < 1 || amount > terms.amount()) {
            throw new ApiError(400, "invalid_amount", "amount must be between 1 and " + terms.amount());
        }
        return with(new Dispute(Ids.next("dspt", livemode), Dispute.Status.OPEN, amount, now, null));
    }

    Charge closeDispute(Dispute.Status decided, Instant now) {
        if (dispute == null || !dispute.isOpen()) {
            throw new ApiError(400, "invalid_dispute", "there is no open dispute");
        }
        return with(dispute.close(decided, now));
    }

    public boolean isDisputed() {
        return dispute != null && dispute.isOpen();
    }

    /** As it was before anything happened to it. */
    Charge asMade() {
        return new Charge(
                id,
                account,
                livemode,
                createdAt,
                source,
                payment,
                terms,
                State.pending(state.expiresAt()),
                qr,
                List.of(),
                null,
                past);
    }

    Charge with(Past newPast) {
        return new Charge(
                id, account, livemode, createdAt, source, payment, terms, state, qr, refunds, dispute, newPast);
    }

    private Charge with(Dispute newDispute) {
        return new Charge(
                id, account, livemode, createdAt, source, payment, terms, state, qr, refunds, newDispute, past);
    }

    private void requirePaid() {
        if (!isPaid()) {
            throw ApiError.invalidCharge("charge is " + status().text());
        }
    }

    Charge describe(Terms described) {
        return new Charge(
                id, account, livemode, createdAt, source, payment, described, state, qr, refunds, dispute, past);
    }

    Charge add(Refund refund) {
        return with(Stream.concat(refunds.stream(), Stream.of(refund)).toList());
    }

    Charge with(List<Refund> newRefunds) {
        return new Charge(
                id, account, livemode, createdAt, source, payment, terms, state, qr, newRefunds, dispute, past);
    }

    private Charge with(State newState) {
        return new Charge(
                id, account, livemode, createdAt, source, payment, terms, newState, qr, refunds, dispute, past);
    }

    private void requirePending() {
        if (status() == ChargeStatus.EXPIRED) {
            throw new ApiError(400, "expired_charge", "charge has expired");
        }
        if (!isPending()) {
            throw ApiError.invalidCharge("charge is already " + status().text());
        }
    }
}
