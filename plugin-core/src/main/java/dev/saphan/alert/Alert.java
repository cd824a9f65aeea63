/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.identity.Ids;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.StoreId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to look at. Open until somebody settles it; the same trouble again is counted on the open
 * one ({@code openKey} is unique), and after it was settled it is a new alert.
 */
@Entity
@Table(name = "alert")
public class Alert {

    private static final int LONGEST_DETAIL = 1000;

    @Id
    private String id;

    @Version
    private long version;

    @Column(name = "store_id")
    private @Nullable String storeId;

    @Enumerated(EnumType.STRING)
    private AlertKind kind;

    private String subject;
    private String detail;
    private int times;

    @Column(name = "open_key")
    private @Nullable String openKey;

    @Column(name = "raised_at")
    private OffsetDateTime raisedAt;

    @Column(name = "last_at")
    private OffsetDateTime lastAt;

    @Column(name = "settled_at")
    private @Nullable OffsetDateTime settledAt;

    @Column(name = "settled_by")
    private @Nullable String settledBy;

    protected Alert() {}

    Alert(@Nullable StoreId store, AlertKind kind, String subject, Instant now) {
        this.id = Ids.next("alr");
        this.storeId = store == null ? null : store.value();
        this.kind = kind;
        this.subject = subject;
        this.detail = "";
        this.openKey = openKey(store, kind, subject);
        this.raisedAt = Utc.of(now);
        this.lastAt = Utc.of(now);
    }

    static String openKey(@Nullable StoreId store, AlertKind kind, String subject) {
        return (store == null ? "" : store.value()) + " " + kind + " " + subject;
    }

    void happened(String what, Instant now) {
        times++;
        detail = what.length() > LONGEST_DETAIL ? what.substring(0, LONGEST_DETAIL) : what;
        lastAt = Utc.of(now);
    }

    void settle(String who, Instant now) {
        if (openKey != null) {
            openKey = null;
            settledAt = Utc.of(now);
            settledBy = who;
        }
    }

    public String id() {
        return id;
    }

    /** Empty if it concerns the installation. */
    public Optional<StoreId> store() {
        return Optional.ofNullable(storeId).map(StoreId::new);
    }

    public AlertKind kind() {
        return kind;
    }

    /** What it is about: a payment, a command, a piece of work, an account. */
    public String subject() {
        return subject;
    }

    /** What happened last. */
    public String detail() {
        return detail;
    }

    public int times() {
        return times;
    }

    public boolean isOpen() {
        return openKey != null;
    }

    public Instant raisedAt() {
        return raisedAt.toInstant();
    }

    public Instant lastAt() {
        return lastAt.toInstant();
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt).map(OffsetDateTime::toInstant);
    }

    public Optional<String> settledBy() {
        return Optional.ofNullable(settledBy);
    }
}
