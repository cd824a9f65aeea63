/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Dispute;
import dev.saphan.method.Flow;
import dev.saphan.money.Money;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One charge at Omise. It is written down before Omise is asked, gets its charge id from the answer (or from a look
 * afterwards, when the answer was lost), and ends as successful, failed, expired or reversed by Omise's word.
 */
@Entity
@Table(name = "attempt")
public class Attempt {

    @Id
    private String id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "payment_id")
    private Payment payment;

    private int number;

    @Column(name = "account_key")
    private String accountKey;

    private String method;

    @Enumerated(EnumType.STRING)
    private Flow flow;

    @Enumerated(EnumType.STRING)
    private AttemptStatus status;

    @Column(name = "charge_id")
    private @Nullable String chargeId;

    @Column(name = "authorize_uri")
    private @Nullable String authorizeUri;

    @Column(name = "qr_source")
    private @Nullable String qrSource;

    @Enumerated(EnumType.STRING)
    @Column(name = "failure_code")
    private @Nullable FailureCode failureCode;

    @Column(name = "gateway_code")
    private @Nullable String gatewayCode;

    private boolean refundable;

    @Column(name = "partially_refundable")
    private @Nullable Boolean partiallyRefundable;

    /** Whether a dispute is open; kept beside the dispute for nodes of an older version. */
    private boolean disputed;

    @Embedded
    private @Nullable ChargeDispute dispute;

    @Column(name = "barcode_hash")
    private @Nullable String barcodeHash;

    private @Nullable String cashier;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "expires_at")
    private @Nullable OffsetDateTime expiresAt;

    @Column(name = "settled_at")
    private @Nullable OffsetDateTime settledAt;

    @Column(name = "charge_read_at")
    private @Nullable OffsetDateTime chargeReadAt;

    @Column(name = "redirected_at")
    private @Nullable OffsetDateTime redirectedAt;

    protected Attempt() {}

    Attempt(AttemptId id, Payment payment, int number, String method, Flow flow, Instant createdAt) {
        this.id = id.value();
        this.payment = payment;
        this.number = number;
        this.accountKey = new AccountKey(payment.store(), payment.mode()).toString();
        this.method = method;
        this.flow = flow;
        this.status = AttemptStatus.CREATING;
        this.createdAt = Utc.of(createdAt);
    }

    /** A second charge that Omise has for that attempt. */
    Attempt(AttemptId id, Payment payment, int number, Attempt asked, String chargeId, Instant createdAt) {
        this(id, payment, number, asked.method, asked.flow, createdAt);
        this.status = AttemptStatus.PENDING;
        this.chargeId = chargeId;
        this.cashier = asked.cashier;
    }

    boolean hasNoOther(String charge) {
        return chargeId == null || chargeId.equals(charge);
    }

    /** As {@link #follow(Charge, boolean, Instant)}, for a word that may have been overtaken on its way. */
    boolean follow(Charge charge, Instant now) {
        return follow(charge, false, now);
    }

    /**
     * Takes over what Omise says of its charge. Returns whether the status changed; a step that the table does not allow is none, but
     * an older word, overtaken on its way.
     *
     * @param isCurrent whether it is known not to be one
     */
    boolean follow(Charge charge, boolean isCurrent, Instant now) {
        if (!hasNoOther(charge.id())) {
            throw new IllegalStateException("Attempt " + id + " has another charge than " + charge.id());
        }
        chargeId = charge.id();
        Optional<AttemptStatus> told = statusOf(charge);
        boolean isStep = told.filter(status::mayBecome)
                .filter(next -> isCurrent || !status.becomesOnlyByACurrentWord(next))
                .isPresent();
        if (told.isPresent() && told.get() != status && !isStep) {
            return false;
        }
        authorizeUri = charge.authorizeUri().map(URI::toString).orElse(authorizeUri);
        qrSource = charge.qrImage().map(URI::toString).orElse(qrSource);
        expiresAt = charge.expiresAt().map(Utc::of).orElse(expiresAt);
        refundable = charge.refundable();
        partiallyRefundable = charge.partiallyRefundable().orElse(null);
        if (!isStep) {
            return false;
        }
        if (told.get() == AttemptStatus.FAILED) {
            gatewayCode = charge.failureCode().orElse("");
            failureCode = FailureCode.ofCharge(gatewayCode);
        } else {
            failureCode = told.get() == AttemptStatus.EXPIRED ? FailureCode.EXPIRED : null;
        }
        become(told.get(), now);
        return true;
    }

    /**
     * Takes over what Omise says of a dispute about its charge. Returns whether that is news. What was known before is not
     * given up for a word that may have been overtaken on its way.
     */
    boolean followDispute(Charge charge, boolean isCurrent) {
        Optional<ChargeDispute> told = charge.dispute().map(ChargeDispute::new);
        if (!isCurrent && dispute != null) {
            return false;
        }
        disputed = told.filter(ChargeDispute::isOpen).isPresent();
        boolean isNews = !told.equals(Optional.ofNullable(dispute));
        dispute = told.orElse(null);
        return isNews;
    }

    /** Omise refused to make the charge. */
    void refused(FailureCode why, String omiseCode, Instant now) {
        failureCode = why;
        gatewayCode = omiseCode;
        become(AttemptStatus.FAILED, now);
    }

    /** No answer came. */
    void lost() {
        if (status == AttemptStatus.CREATING) {
            status = AttemptStatus.UNKNOWN;
        }
    }

    /** Omise has no such charge. */
    void neverArrived(Instant now) {
        failureCode = FailureCode.NOT_REACHED;
        become(AttemptStatus.ABSENT, now);
    }

    void scanned(String hash) {
        barcodeHash = hash;
    }

    void takenBy(String person) {
        cashier = person;
    }

    /** Who stood at the till; empty where nobody was signed in there. */
    public Optional<String> cashier() {
        return Optional.ofNullable(cashier);
    }

    boolean wasScanned(String hash) {
        return hash.equals(barcodeHash);
    }

    void redirected(Instant now) {
        redirectedAt = Utc.of(now);
    }

    private void become(AttemptStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("Attempt " + id + " is " + status + " and cannot become " + next);
        }
        status = next;
        settledAt = next.isLive() ? null : Utc.of(now);
    }

    /** Omise's {@code failed} with {@code payment_expired} is an expiry too. */
    private static Optional<AttemptStatus> statusOf(Charge charge) {
        return switch (charge.status()) {
            case PENDING -> Optional.of(AttemptStatus.PENDING);
            case SUCCESSFUL -> Optional.of(AttemptStatus.SUCCESSFUL);
            case EXPIRED -> Optional.of(AttemptStatus.EXPIRED);
            case REVERSED -> Optional.of(AttemptStatus.REVERSED);
            case FAILED ->
                Optional.of(
                        charge.failureCode().equals(Optional.of("payment_expired"))
                                ? AttemptStatus.EXPIRED
                                : AttemptStatus.FAILED);
            case UNRECOGNISED -> Optional.empty();
        };
    }

    public AttemptId id() {
        return new AttemptId(id);
    }

    public Payment payment() {
        return payment;
    }

    /** 1 for the payment's first attempt. */
    public int number() {
        return number;
    }

    public String method() {
        return method;
    }

    public Flow flow() {
        return flow;
    }

    public AttemptStatus status() {
        return status;
    }

    public Optional<String> chargeId() {
        return Optional.ofNullable(chargeId);
    }

    public Optional<URI> authorizeUri() {
        return Optional.ofNullable(authorizeUri).map(URI::create);
    }

    /** Where Omise keeps the image of the QR code. */
    public Optional<URI> qrSource() {
        return Optional.ofNullable(qrSource).map(URI::create);
    }

    Optional<Instant> settledAt() {
        return Utc.instant(settledAt);
    }

    public Optional<FailureCode> failureCode() {
        return Optional.ofNullable(failureCode);
    }

    /** Omise's own word for the failure; for the back office only. */
    public Optional<String> gatewayCode() {
        return Optional.ofNullable(gatewayCode);
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    public AccountKey account() {
        return AccountKey.parse(accountKey);
    }

    public Optional<Instant> expiresAt() {
        return Utc.instant(expiresAt);
    }

    void readAt(Instant asked) {
        chargeReadAt = Utc.of(asked);
    }

    /** When the charge was last read by itself, by the clock of the node that asked. */
    public Optional<Instant> chargeReadAt() {
        return Optional.ofNullable(chargeReadAt).map(OffsetDateTime::toInstant);
    }

    /** Whether the shopper's browser was sent to the wallet already. */
    public boolean wasRedirected() {
        return redirectedAt != null;
    }

    /** Where a dispute about the charge stands, as Omise last told it; empty if there is none. */
    public Optional<Dispute.Status> disputeStatus() {
        return Optional.ofNullable(dispute).map(ChargeDispute::status);
    }

    /** What the dispute is about: the whole charge unless Omise says less. Nothing if there is none. */
    public Money disputed() {
        Money all = payment.amount();
        return Optional.ofNullable(dispute).map(known -> known.amount(all)).orElseGet(() -> Money.zero(all.currency()));
    }

    /** What went to the shopper by a dispute that was lost. */
    public Money lostInDispute() {
        return disputeStatus().equals(Optional.of(Dispute.Status.LOST))
                ? disputed()
                : Money.zero(payment.amount().currency());
    }

    /** Whether Omise, when last asked, had its money for us, and nobody disputed it. */
    public boolean hasItsMoney() {
        return status == AttemptStatus.SUCCESSFUL
                && !disputed
                && lostInDispute().isZero();
    }

    /** Whether Omise, when last asked, let money of this charge go back. */
    public boolean allowsRefund() {
        return status == AttemptStatus.SUCCESSFUL && refundable && !disputed;
    }

    /** Whether Omise, when last asked, did not rule out a refund in part. */
    public boolean allowsPartialRefund() {
        return partiallyRefundable == null || partiallyRefundable;
    }
}
