/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.gateway.GatewayRefund;
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
 * Money that goes back for one charge. Written down before Omise is asked, counted against what is left from then on,
 * and settled by what the charge's list of refunds says. One that somebody made in Omise's dashboard is entered when it
 * is first seen there.
 */
@Entity
@Table(name = "refund")
public class Refund {

    @Id
    private String id;

    @Column(name = "payment_id")
    private String paymentId;

    @Column(name = "attempt_id")
    private String attemptId;

    @Column(name = "account_key")
    private String accountKey;

    @Column(name = "gateway_refund_id")
    private @Nullable String gatewayRefundId;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;

    @Enumerated(EnumType.STRING)
    private RefundStatus status;

    private boolean sent;
    private boolean voided;
    private String reason;

    @Enumerated(EnumType.STRING)
    private RefundOrigin origin;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "idempotency_key")
    private @Nullable String idempotencyKey;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "asked_at")
    private @Nullable OffsetDateTime askedAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected Refund() {}

    Refund(
            RefundId id,
            Payment payment,
            AttemptId attempt,
            Money amount,
            String reason,
            RefundOrigin origin,
            String requestedBy,
            @Nullable String idempotencyKey,
            Instant now) {
        this.id = id.value();
        this.paymentId = payment.id().value();
        this.attemptId = attempt.value();
        this.accountKey = new AccountKey(payment.store(), payment.mode()).toString();
        this.amountMinor = amount.minorUnits();
        this.currency = amount.currencyCode();
        this.status = RefundStatus.PENDING;
        this.reason = reason;
        this.origin = origin;
        this.requestedBy = requestedBy;
        this.idempotencyKey = idempotencyKey;
        this.createdAt = Utc.of(now);
    }

    /** A person asked for it, within their budget. */
    void asked(Instant at) {
        askedAt = Utc.of(at);
    }

    /** A second person agreed to it. */
    void approved(String by) {
        approvedBy = by;
    }

    /** Omise is about to be asked; after this it is never asked again. */
    void sent() {
        sent = true;
    }

    /** The call surely never left. */
    void notSent() {
        sent = false;
    }

    /** Whether Omise was asked; from then on it is only looked for. */
    public boolean wasSent() {
        return sent;
    }

    /**
     * Takes over what Omise says. Returns whether anything changed. What went back does not become pending again: that
     * is an older word, overtaken on its way.
     */
    boolean follow(GatewayRefund told) {
        RefundStatus next = switch (told.status()) {
            case PENDING -> status == RefundStatus.SUCCEEDED ? status : RefundStatus.PENDING;
            case CLOSED -> RefundStatus.SUCCEEDED;
            case UNRECOGNISED -> RefundStatus.FAILED;
        };
        boolean changed = !told.id().equals(gatewayRefundId) || next != status || told.voided() != voided;
        gatewayRefundId = told.id();
        status = next;
        voided = told.voided();
        return changed;
    }

    /** Omise refused it, never got it, or no longer has it. */
    void failed() {
        status = RefundStatus.FAILED;
    }

    /** Counts against what is left: went back, or may yet. */
    boolean isTaken() {
        return status != RefundStatus.FAILED;
    }

    /** A person asked for it, and no second one had to agree. */
    boolean isByOnePerson() {
        return askedAt != null && approvedBy == null;
    }

    boolean isFor(AttemptId attempt) {
        return attemptId.equals(attempt.value());
    }

    public RefundId id() {
        return new RefundId(id);
    }

    public PaymentId payment() {
        return new PaymentId(paymentId);
    }

    public AttemptId attempt() {
        return new AttemptId(attemptId);
    }

    public Optional<String> gatewayRefundId() {
        return Optional.ofNullable(gatewayRefundId);
    }

    public Money amount() {
        return Money.ofMinor(amountMinor, currency);
    }

    public RefundStatus status() {
        return status;
    }

    /** Whether Omise turned it into a void, with the fees given back. */
    public boolean isVoided() {
        return voided;
    }

    public String reason() {
        return reason;
    }

    public RefundOrigin origin() {
        return origin;
    }

    /** A user's name, {@code storefront}, {@code saphan} or {@code omise}. */
    public String requestedBy() {
        return requestedBy;
    }

    /** The user who agreed to it, if a second person had to. */
    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }
}
