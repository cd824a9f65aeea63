/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Listed;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
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
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of one account's books for a period. It runs through its stages page by page and remembers after each
 * how far it has come; it ends as done, or as failed when the gateway refuses or does not answer for long, and a person
 * can let it go on from there.
 */
@Entity
@Table(name = "reconciliation")
public class Reconciliation {

    /** {@code FAILED} may become {@code RUNNING} again. */
    public enum Status {
        RUNNING,
        DONE,
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST_FAILURES = 8;

    @Id
    private String id;

    @Column(name = "account_key")
    private String accountKey;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "time_zone")
    private String timeZone;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Embedded
    private Progress progress;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "running_key")
    private @Nullable String runningKey;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "finished_at")
    private @Nullable OffsetDateTime finishedAt;

    @Column(name = "repairing_by")
    private @Nullable String repairingBy;

    @Column(name = "repair_seen")
    private String repairSeen;

    protected Reconciliation() {}

    Reconciliation(AccountKey account, Period period, String askedBy, Instant now) {
        this.id = ReconciliationId.next().value();
        this.accountKey = account.toString();
        this.firstDay = period.first();
        this.lastDay = period.last();
        this.timeZone = period.zone().getId();
        this.status = Status.RUNNING;
        this.progress = new Progress(Stage.CHARGES);
        this.repairSeen = "";
        this.askedBy = askedBy;
        this.runningKey = runningKey(account, period);
        this.createdAt = Utc.of(now);
    }

    static String runningKey(AccountKey account, Period period) {
        return account + " " + period.first() + " " + period.last();
    }

    /** A page of the gateway's list; one that is not full is the last. */
    void listed(Listed<?> page, int full, Instant now) {
        progress.listed(page);
        if (page.size() < full) {
            stageDone(now);
        }
    }

    /** Something of the gateway's could not be read, or told no day. */
    void leftOut() {
        progress.leftOut();
    }

    void seen(String last) {
        progress.seen(last);
    }

    void stageDone(Instant now) {
        progress.calm();
        progress.stage().next().ifPresentOrElse(progress::enter, () -> finish(Status.DONE, now));
    }

    private void finish(Status how, Instant now) {
        status = how;
        runningKey = null;
        finishedAt = Utc.of(now);
    }

    /** Whether it is tried again. */
    boolean held(String why, boolean forGood, Instant now) {
        progress.held(why);
        if (forGood || progress.failures() >= MOST_FAILURES) {
            finish(Status.FAILED, now);
        }
        return status == Status.RUNNING;
    }

    /** From where it failed. */
    void goOn() {
        status = Status.RUNNING;
        runningKey = runningKey(account(), period());
        finishedAt = null;
        progress.goOn();
    }

    void repairing(@Nullable String by) {
        repairingBy = by;
        repairSeen = "";
    }

    void repaired(String last) {
        repairSeen = last;
    }

    String repairSeen() {
        return repairSeen;
    }

    public ReconciliationId id() {
        return new ReconciliationId(id);
    }

    public AccountKey account() {
        return AccountKey.parse(accountKey);
    }

    public Period period() {
        return new Period(firstDay, lastDay, ZoneId.of(timeZone));
    }

    public Status status() {
        return status;
    }

    public Progress progress() {
        return progress;
    }

    public String askedBy() {
        return askedBy;
    }

    /** Who has all of it repaired at present. */
    public Optional<String> repairingBy() {
        return Optional.ofNullable(repairingBy);
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    public Optional<Instant> finishedAt() {
        return Utc.instant(finishedAt);
    }
}
