/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Charge;
import dev.saphan.method.Channel;
import dev.saphan.method.PaymentMethod;
import dev.saphan.money.Money;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The intention to pay one order. It is open until an attempt succeeds, which makes it paid for ever, or until it is
 * closed because nobody wants to pay any more. Attempts fail and expire; a payment does not. Of the payments of one
 * order at most one is open or paid ({@code activeOrder} is unique).
 */
@Entity
@Table(name = "payment")
public class Payment {

    @Id
    private String id;

    @Version
    private long version;

    @Column(name = "store_id")
    private String storeId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Column(name = "order_reference")
    private String orderReference;

    /** The order reference in lower case, kept by the database for searching. */
    @Column(name = "order_key", insertable = false, updatable = false)
    private @Nullable String orderKey;

    @Column(name = "active_order")
    private @Nullable String activeOrder;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_reason")
    private @Nullable ClosedReason closedReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "close_when_settled")
    private @Nullable ClosedReason closeWhenSettled;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;

    @Column(name = "refunded_minor")
    private long refundedMinor;

    private @Nullable String method;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String locale;

    @Column(name = "return_url")
    private String returnUrl;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "token_sealed")
    private String tokenSealed;

    private String metadata;

    @Column(name = "paid_attempt_id")
    private @Nullable String paidAttemptId;

    @Column(name = "message_sequence")
    private long messageSequence;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Column(name = "paid_at")
    private @Nullable OffsetDateTime paidAt;

    @Column(name = "taken_back_at")
    private @Nullable OffsetDateTime takenBackAt;

    @Column(name = "closes_at")
    private OffsetDateTime closesAt;

    @OneToMany(
            mappedBy = "payment",
            cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
    @OrderBy("number")
    private List<Attempt> attempts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "payment_attention", joinColumns = @JoinColumn(name = "payment_id"))
    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private Set<Attention> attention = new HashSet<>();

    protected Payment() {}

    Payment(PaymentId id, PaymentOrder order, PageToken token, Instant now, Instant closesAt) {
        this.id = id.value();
        this.storeId = order.store().value();
        this.mode = order.mode();
        this.orderReference = order.reference();
        this.activeOrder = order.reference();
        this.status = PaymentStatus.OPEN;
        this.amountMinor = order.amount().minorUnits();
        this.currency = order.amount().currencyCode();
        this.channel = order.channelAfter(Optional.empty());
        this.locale = order.locale().orElse(Locale.ENGLISH).toLanguageTag();
        this.returnUrl = order.returnUrl().toString();
        this.metadata = order.metadata().orElse("{}");
        this.tokenHash = token.hash();
        this.tokenSealed = token.sealed();
        this.createdAt = Utc.of(now);
        this.changedAt = Utc.of(now);
        this.closesAt = Utc.of(closesAt);
    }

    /** What the newest request for the order says holds from then on; what it does not say stays. */
    void follow(PaymentOrder newest, Instant now) {
        channel = newest.channel().orElse(channel);
        locale = newest.locale().map(Locale::toLanguageTag).orElse(locale);
        returnUrl = newest.returnUrl().toString();
        metadata = newest.metadata().orElse(metadata);
        changedAt = Utc.of(now);
    }

    /** Adds an attempt; only while open and while no other attempt can still turn into money. */
    Attempt begin(PaymentMethod chosen, Instant now) {
        if (status != PaymentStatus.OPEN || liveAttempt().isPresent()) {
            throw new IllegalStateException("Payment " + id + " cannot take another attempt now");
        }
        method = chosen.code();
        Attempt attempt = new Attempt(
                AttemptId.next(),
                this,
                attempts.size() + 1,
                chosen.code(),
                chosen.descriptor().flow(),
                now);
        attempts.add(attempt);
        changedAt = Utc.of(now);
        return attempt;
    }

    /** The attempt whose charge that is: the one that it names, unless that one has another. */
    Optional<Attempt> attemptOf(Charge charge, Attempt named) {
        return named.hasNoOther(charge.id())
                ? Optional.of(named)
                : attempts.stream()
                        .filter(attempt -> attempt.chargeId().equals(Optional.of(charge.id())))
                        .findFirst();
    }

    /** Adds an attempt that nobody asked for: Omise has a second charge for one of ours. Then two may be live at once. */
    Attempt chargedAgain(Attempt asked, String chargeId, Instant now) {
        Attempt attempt = new Attempt(AttemptId.next(), this, attempts.size() + 1, asked, chargeId, now);
        attempts.add(attempt);
        changedAt = Utc.of(now);
        return attempt;
    }

    /** Takes an attempt back that surely never left. */
    void takeBack(Attempt attempt, Instant now) {
        attempts.remove(attempt);
        changedAt = Utc.of(now);
    }

    /** The shopper or the till chose a method, without an attempt yet. */
    void choose(PaymentMethod chosen, Instant now) {
        method = chosen.code();
        changedAt = Utc.of(now);
    }

    void paidBy(Attempt attempt, Instant when, Instant now) {
        status = PaymentStatus.PAID;
        closedReason = null;
        closeWhenSettled = null;
        activeOrder = orderReference;
        paidAttemptId = attempt.id().value();
        method = attempt.method();
        paidAt = Utc.of(when);
        changedAt = Utc.of(now);
    }

    /** The order stays paid, the money is gone. */
    void takenBack(Instant when) {
        takenBackAt = Utc.of(when);
    }

    void cameBack() {
        takenBackAt = null;
    }

    void close(ClosedReason reason, Instant now) {
        if (status != PaymentStatus.OPEN) {
            throw new IllegalStateException("Payment " + id + " is " + status + " and cannot be closed");
        }
        status = PaymentStatus.CLOSED;
        closedReason = reason;
        activeOrder = null;
        changedAt = Utc.of(now);
    }

    /** To be closed as soon as the attempt under way is known to have failed. */
    void closeWhenSettled(ClosedReason reason, Instant now) {
        closeWhenSettled = reason;
        changedAt = Utc.of(now);
    }

    /** Whether it was open until now. */
    boolean settle(Attention kind, Instant now) {
        touched(now);
        return attention.remove(kind);
    }

    /** Whether it was not raised before. */
    boolean raise(Attention kind, Instant now) {
        changedAt = Utc.of(now);
        return attention.add(kind);
    }

    void refunded(Money total, Instant now) {
        if (total.isGreaterThan(amount())) {
            throw new IllegalStateException("Payment " + id + " cannot have more refunded than was paid");
        }
        refundedMinor = total.minorUnits();
        changedAt = Utc.of(now);
    }

    void touched(Instant now) {
        changedAt = Utc.of(now);
    }

    long nextMessage() {
        messageSequence++;
        return messageSequence;
    }

    /** The attempt that may still turn into money, the oldest if Omise made charges that nobody asked for. */
    public Optional<Attempt> liveAttempt() {
        return attempts.stream().filter(attempt -> attempt.status().isLive()).findFirst();
    }

    List<Attempt> liveAttempts() {
        return attempts.stream().filter(attempt -> attempt.status().isLive()).toList();
    }

    public Optional<Attempt> newestAttempt() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    /** The attempt whose charge paid the order. */
    public Optional<Attempt> paidAttempt() {
        return attempts.stream().filter(this::isPaidBy).findFirst();
    }

    boolean isPaidBy(Attempt attempt) {
        return attempt.id().value().equals(paidAttemptId);
    }

    /** Whether Omise refused a charge by that method for its amount: it would again. */
    boolean wasRefusedForItsAmount(String code) {
        return attempts.stream()
                .filter(attempt -> attempt.method().equals(code))
                .anyMatch(attempt -> attempt.failureCode().equals(Optional.of(FailureCode.AMOUNT_NOT_ACCEPTED)));
    }

    /** Whether Omise was asked and has not answered. */
    public boolean isProcessing() {
        return status == PaymentStatus.OPEN
                && liveAttempt()
                        .filter(attempt -> attempt.status().isUnanswered())
                        .isPresent();
    }

    /** Whether it is to be closed and Omise has not said yet that the attempt under way came to nothing. */
    public boolean isClosing() {
        return status == PaymentStatus.OPEN && closeWhenSettled != null;
    }

    public PaymentId id() {
        return new PaymentId(id);
    }

    public long version() {
        return version;
    }

    public StoreId store() {
        return new StoreId(storeId);
    }

    public Mode mode() {
        return mode;
    }

    public String orderReference() {
        return orderReference;
    }

    public PaymentStatus status() {
        return status;
    }

    public Optional<ClosedReason> closedReason() {
        return Optional.ofNullable(closedReason);
    }

    Optional<ClosedReason> closeWhenSettled() {
        return Optional.ofNullable(closeWhenSettled);
    }

    public Money amount() {
        return Money.ofMinor(amountMinor, currency);
    }

    /** What went back for certain; pending refunds are not in it. */
    public Money refunded() {
        return Money.ofMinor(refundedMinor, currency);
    }

    /** The method chosen last; empty while the shopper has not chosen. */
    public Optional<String> method() {
        return Optional.ofNullable(method);
    }

    public Channel channel() {
        return channel;
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public URI returnUrl() {
        return URI.create(returnUrl);
    }

    String tokenSealed() {
        return tokenSealed;
    }

    /** The storefront's own object, in JSON. */
    public String metadata() {
        return metadata;
    }

    public List<Attempt> attempts() {
        return Collections.unmodifiableList(attempts);
    }

    public Set<Attention> attention() {
        return attention.isEmpty() ? EnumSet.noneOf(Attention.class) : EnumSet.copyOf(attention);
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    public Optional<Instant> paidAt() {
        return Utc.instant(paidAt);
    }

    /** When Omise took back the success that had paid the order. */
    public Optional<Instant> takenBackAt() {
        return Utc.instant(takenBackAt);
    }

    public Instant closesAt() {
        return closesAt.toInstant();
    }
}
