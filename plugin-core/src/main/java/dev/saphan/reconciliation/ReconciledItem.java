/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.ChargeFees;
import dev.saphan.identity.Ids;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
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

    @Embedded
    private Belonging belonging;

    @Embedded
    @AttributeOverride(name = "status", column = @Column(name = "their_status"))
    @AttributeOverride(name = "minor", column = @Column(name = "their_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "their_currency"))
    private @Nullable Side theirs;

    @Embedded
    @AttributeOverride(name = "status", column = @Column(name = "our_status"))
    @AttributeOverride(name = "minor", column = @Column(name = "our_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "our_currency"))
    private @Nullable Side ours;

    @Embedded
    private @Nullable FeesRow fees;

    @Embedded
    private Handling handling;

    @Column(name = "happened_at")
    private OffsetDateTime happenedAt;

    @Column(name = "local_day")
    private LocalDate day;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected ReconciledItem() {}

    ReconciledItem(Reconciliation run, Sides sides, Instant now) {
        this.id = Ids.next("rci");
        this.reconciliationId = run.id().value();
        this.accountKey = run.account().toString();
        this.kind = sides.kind();
        this.subject = sides.subject();
        Instant happened = sides.happenedAt().orElseThrow();
        this.happenedAt = Utc.of(happened);
        this.day = run.period().dayOf(happened);
        this.createdAt = Utc.of(now);
        this.belonging = new Belonging();
        this.handling = new Handling(sides.compare(run.account(), now));
        tell(sides);
    }

    void take(Sides sides, Instant now) {
        handling.found(sides.compare(accountKey(), now));
        tell(sides);
    }

    private void tell(Sides sides) {
        sides.tell(belonging, accountKey());
        theirs = sides.theirSide().orElse(null);
        ours = sides.ourSide().orElse(null);
        sides.fees().ifPresent(told -> fees = new FeesRow(told));
    }

    /** A refund that only the gateway had, and has no longer. */
    void vanished() {
        theirs = null;
        handling.found(Finding.AGREED);
    }

    void handled(Outcome how, String by, Instant now) {
        handling.handled(how, by, now);
    }

    public boolean needsPerson() {
        return handling.needsPerson();
    }

    /** Whether a person accepted the very same before. */
    boolean isLike(ReconciledItem other) {
        return finding() == other.finding() && Objects.equals(theirs, other.theirs) && Objects.equals(ours, other.ours);
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

    public Belonging belonging() {
        return belonging;
    }

    public Optional<Side> theirs() {
        return Optional.ofNullable(theirs);
    }

    public Optional<Side> ours() {
        return Optional.ofNullable(ours);
    }

    /** As far as the gateway tells them. */
    public Optional<ChargeFees> fees() {
        return Optional.ofNullable(fees)
                .flatMap(kept -> theirs().map(side -> kept.fees(side.amount().currencyCode())));
    }

    public Finding finding() {
        return handling.finding();
    }

    public boolean isOpen() {
        return handling.isOpen();
    }

    public Handling handling() {
        return handling;
    }

    public Instant happenedAt() {
        return happenedAt.toInstant();
    }

    /** In the store's time zone. */
    public LocalDate day() {
        return day;
    }
}
