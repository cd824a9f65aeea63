/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refund that a person asked for and that needs a second one. While it waits, its amount counts as taken and Omise is
 * not asked. Approved, it becomes a {@link Refund} in the same transaction; declined, withdrawn or expired, its amount
 * is free again.
 */
@Entity
@Table(name = "refund_approval")
public class RefundApproval {

    @Id
    private String id;

    @Column(name = "payment_id")
    private String paymentId;

    @Column(name = "attempt_id")
    private String attemptId;

    @Column(name = "account_key")
    private String accountKey;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;
    private String reason;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @Column(name = "refund_id")
    private @Nullable String refundId;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    private @Nullable String decision;

    @Column(name = "asked_at")
    private OffsetDateTime askedAt;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    @Column(name = "decided_at")
    private @Nullable OffsetDateTime decidedAt;

    protected RefundApproval() {}

    RefundApproval(RequestRefund.Request asked, Payment payment, AttemptId attempt, Instant now, Instant expiresAt) {
        this.id = ApprovalId.next().value();
        this.paymentId = payment.id().value();
        this.attemptId = attempt.value();
        this.accountKey = new AccountKey(payment.store(), payment.mode()).toString();
        this.amountMinor = asked.amount().minorUnits();
        this.currency = asked.amount().currencyCode();
        this.reason = asked.reason();
        this.askedBy = asked.requestedBy();
        this.idempotencyKey = asked.key().key();
        this.status = ApprovalStatus.WAITING;
        this.askedAt = Utc.of(now);
        this.expiresAt = Utc.of(expiresAt);
    }

    void approved(String by, RefundId refund, Instant now) {
        settled(ApprovalStatus.APPROVED, by, null, now);
        refundId = refund.value();
    }

    /** Once in its life, to something else than approved. */
    void ended(ApprovalStatus end, String by, @Nullable String why, Instant now) {
        if (end == ApprovalStatus.WAITING || end == ApprovalStatus.APPROVED) {
            throw new IllegalArgumentException("No end without a refund: " + end);
        }
        settled(end, by, why, now);
    }

    private void settled(ApprovalStatus end, String by, @Nullable String why, Instant now) {
        if (!isWaiting()) {
            throw new IllegalStateException(id + " is " + status);
        }
        status = end;
        decidedBy = by;
        decision = why;
        decidedAt = Utc.of(now);
    }

    public boolean isWaiting() {
        return status == ApprovalStatus.WAITING;
    }

    /** Whether it waits and the time to decide is over; it is ended by the next who looks at it under the lock. */
    boolean isLate(Instant now) {
        return isWaiting() && !now.isBefore(expiresAt());
    }

    boolean isFor(AttemptId attempt) {
        return attemptId.equals(attempt.value());
    }

    public ApprovalId id() {
        return new ApprovalId(id);
    }

    public PaymentId payment() {
        return new PaymentId(paymentId);
    }

    AttemptId attempt() {
        return new AttemptId(attemptId);
    }

    public Money amount() {
        return Money.ofMinor(amountMinor, currency);
    }

    public String reason() {
        return reason;
    }

    /** A user's name. */
    public String askedBy() {
        return askedBy;
    }

    String idempotencyKey() {
        return idempotencyKey;
    }

    public ApprovalStatus status() {
        return status;
    }

    /** What became of it, if it was approved. */
    public Optional<RefundId> refund() {
        return Optional.ofNullable(refundId).map(RefundId::new);
    }

    /** A user's name, or {@code saphan} if nobody decided in time. */
    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    /** Why it was declined. */
    public Optional<String> decision() {
        return Optional.ofNullable(decision);
    }

    public Instant askedAt() {
        return askedAt.toInstant();
    }

    public Instant expiresAt() {
        return expiresAt.toInstant();
    }

    public Optional<Instant> decidedAt() {
        return Utc.instant(decidedAt);
    }
}
