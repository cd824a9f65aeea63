/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.identity.Ids;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.PaymentId;
import dev.saphan.persistence.Utc;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundId;
import dev.saphan.settings.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One charge or refund of a comparison with both sides of it. Entered once per comparison; a difference is open until it
 * is repaired or a person accepts it, and each look at the gateway brings both sides up to date.
 */
@Entity
@Table(name = "reconciled_item")
public class ReconciledItem {

    public enum Kind {
        CHARGE,
        REFUND;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    @Column(name = "reconciliation_id")
    private String reconciliationId;

    @Column(name = "account_key")
    private String accountKey;

    private String subject;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Finding finding;

    @Enumerated(EnumType.STRING)
    @Column(name = "found_first")
    private Finding foundFirst;

    @Column(name = "still_open")
    private boolean open;

    @Column(name = "charge_id")
    private @Nullable String chargeId;

    @Column(name = "refund_id")
    private @Nullable String refundId;

    @Column(name = "attempt_id")
    private @Nullable String attemptId;

    @Column(name = "payment_id")
    private @Nullable String paymentId;

    @Column(name = "order_reference")
    private @Nullable String orderReference;

    private @Nullable String method;

    @Column(name = "their_status")
    private @Nullable String theirStatus;

    @Column(name = "their_minor")
    private @Nullable Long theirMinor;

    @Column(name = "their_currency")
    private @Nullable String theirCurrency;

    @Column(name = "fee_minor")
    private @Nullable Long feeMinor;

    @Column(name = "fee_vat_minor")
    private @Nullable Long feeVatMinor;

    @Column(name = "net_minor")
    private @Nullable Long netMinor;

    @Column(name = "our_status")
    private @Nullable String ourStatus;

    @Column(name = "our_minor")
    private @Nullable Long ourMinor;

    @Column(name = "our_currency")
    private @Nullable String ourCurrency;

    @Column(name = "happened_at")
    private OffsetDateTime happenedAt;

    @Column(name = "local_day")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Column(name = "handled_by")
    private @Nullable String handledBy;

    @Column(name = "handled_at")
    private @Nullable OffsetDateTime handledAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected ReconciledItem() {}

    private ReconciledItem(Reconciliation run, Kind kind, String subject, Instant happenedAt, Instant now) {
        this.id = Ids.next("rci");
        this.reconciliationId = run.id().value();
        this.accountKey = run.account().toString();
        this.kind = kind;
        this.subject = subject;
        this.happenedAt = Utc.of(happenedAt);
        this.day = run.period().dayOf(happenedAt);
        this.createdAt = Utc.of(now);
        this.finding = Finding.AGREED;
        this.foundFirst = Finding.AGREED;
    }

    static ReconciledItem of(Reconciliation run, ChargeSides sides, Instant now) {
        String subject = sides.theirs()
                .map(Charge::id)
                .or(() -> sides.ours().flatMap(Attempt::chargeId))
                .orElseGet(() -> sides.ours().orElseThrow().id().value());
        ReconciledItem item = new ReconciledItem(run, Kind.CHARGE, subject, sides.happenedAt(), now);
        item.take(sides, now);
        item.foundFirst = item.finding;
        return item;
    }

    static ReconciledItem of(Reconciliation run, String chargeId, RefundSides sides, Instant now) {
        String subject = sides.theirs()
                .map(GatewayRefund::id)
                .or(() -> sides.ours().flatMap(Refund::gatewayRefundId))
                .orElseGet(() -> sides.ours().orElseThrow().id().value());
        ReconciledItem item = new ReconciledItem(run, Kind.REFUND, subject, sides.happenedAt(), now);
        item.chargeId = chargeId;
        item.take(sides, now);
        item.foundFirst = item.finding;
        return item;
    }

    void take(ChargeSides sides, Instant now) {
        sides.theirs().ifPresent(charge -> method = charge.sourceType());
        sides.ours().ifPresent(this::belongsTo);
        chargeId = sides.theirs()
                .map(Charge::id)
                .or(() -> sides.ours().flatMap(Attempt::chargeId))
                .orElse(chargeId);
        theirs(sides.theirs().map(ChargeSides::theirStatus), sides.theirs().map(Charge::amount));
        sides.theirs().flatMap(Charge::fees).ifPresent(fees -> {
            feeMinor = fees.fee().minorUnits();
            feeVatMinor = fees.vat().minorUnits();
            netMinor = fees.net().minorUnits();
        });
        Optional<Attempt> told = sides.ours().filter(attempt -> isOfThisCharge(attempt, sides.theirs()));
        ours(
                told.map(ChargeSides::ourStatus),
                told.map(attempt -> attempt.payment().amount()));
        found(sides.compare(accountKey(), now));
    }

    void take(RefundSides sides, Instant now) {
        sides.attempt().ifPresent(this::belongsTo);
        refundId = sides.ours().map(refund -> refund.id().value()).orElse(null);
        theirs(sides.theirs().map(RefundSides::theirStatus), sides.theirs().map(GatewayRefund::amount));
        ours(sides.ours().map(RefundSides::ourStatus), sides.ours().map(Refund::amount));
        found(sides.compare(accountKey(), now));
    }

    private void belongsTo(Attempt attempt) {
        attemptId = attempt.id().value();
        if (attempt.account().toString().equals(accountKey)) {
            paymentId = attempt.payment().id().value();
            orderReference = attempt.payment().orderReference();
            method = attempt.method();
        }
    }

    /** An attempt has its money in the books once, also when a second charge was made for it. */
    private static boolean isOfThisCharge(Attempt attempt, Optional<Charge> theirs) {
        return theirs.isEmpty()
                || attempt.chargeId().isEmpty()
                || attempt.chargeId().equals(theirs.map(Charge::id));
    }

    private void theirs(Optional<String> status, Optional<Money> amount) {
        theirStatus = status.orElse(null);
        theirMinor = amount.map(Money::minorUnits).orElse(null);
        theirCurrency = amount.map(Money::currencyCode).orElse(null);
    }

    private void ours(Optional<String> status, Optional<Money> amount) {
        ourStatus = status.orElse(null);
        ourMinor = amount.map(Money::minorUnits).orElse(null);
        ourCurrency = amount.map(Money::currencyCode).orElse(null);
    }

    private void found(Finding what) {
        finding = what;
        open = what.isDifference();
    }

    /** A refund that only the gateway had, and has no longer. */
    void vanished() {
        theirs(Optional.empty(), Optional.empty());
        found(Finding.AGREED);
    }

    void handled(Outcome how, String by, Instant now) {
        outcome = how;
        handledBy = by;
        handledAt = Utc.of(now);
        if (how == Outcome.ACCEPTED) {
            open = false;
        }
    }

    /** Whether reading again is of no use. */
    public boolean needsPerson() {
        return open && (!finding.isRepairable() || outcome == Outcome.NEEDS_PERSON);
    }

    /** Whether a person accepted the very same before. */
    boolean isLike(ReconciledItem other) {
        return finding == other.finding
                && both(theirStatus, theirMinor, theirCurrency)
                        .equals(both(other.theirStatus, other.theirMinor, other.theirCurrency))
                && both(ourStatus, ourMinor, ourCurrency)
                        .equals(both(other.ourStatus, other.ourMinor, other.ourCurrency));
    }

    private static String both(@Nullable String status, @Nullable Long minor, @Nullable String currency) {
        return status + " " + minor + " " + currency;
    }

    public String id() {
        return id;
    }

    public ReconciliationId reconciliation() {
        return new ReconciliationId(reconciliationId);
    }

    AccountKey accountKey() {
        return AccountKey.parse(accountKey);
    }

    /** The charge or refund at the gateway; ours where the gateway has none. */
    public String subject() {
        return subject;
    }

    public Kind kind() {
        return kind;
    }

    public Finding finding() {
        return finding;
    }

    public Finding foundFirst() {
        return foundFirst;
    }

    public boolean isOpen() {
        return open;
    }

    public Optional<String> chargeId() {
        return Optional.ofNullable(chargeId);
    }

    public Optional<RefundId> refund() {
        return Optional.ofNullable(refundId).map(RefundId::new);
    }

    public Optional<AttemptId> attempt() {
        return Optional.ofNullable(attemptId).map(AttemptId::new);
    }

    public Optional<PaymentId> payment() {
        return Optional.ofNullable(paymentId).map(PaymentId::new);
    }

    public Optional<String> orderReference() {
        return Optional.ofNullable(orderReference);
    }

    public Optional<String> method() {
        return Optional.ofNullable(method).filter(code -> !code.isEmpty());
    }

    public Optional<String> theirStatus() {
        return Optional.ofNullable(theirStatus);
    }

    public Optional<Money> theirAmount() {
        return money(theirMinor, theirCurrency);
    }

    public Optional<String> ourStatus() {
        return Optional.ofNullable(ourStatus);
    }

    public Optional<Money> ourAmount() {
        return money(ourMinor, ourCurrency);
    }

    public Optional<Money> fee() {
        return money(feeMinor, theirCurrency);
    }

    public Optional<Money> feeVat() {
        return money(feeVatMinor, theirCurrency);
    }

    public Optional<Money> net() {
        return money(netMinor, theirCurrency);
    }

    public Instant happenedAt() {
        return happenedAt.toInstant();
    }

    /** In the store's time zone. */
    public LocalDate day() {
        return day;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<String> handledBy() {
        return Optional.ofNullable(handledBy);
    }

    public Optional<Instant> handledAt() {
        return Utc.instant(handledAt);
    }

    private static Optional<Money> money(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? Optional.empty() : Optional.of(Money.ofMinor(minor, currency));
    }
}
