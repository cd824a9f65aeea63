/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.persistence.Utc;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in. */
@Entity
@Table(name = "app_user")
public class User {

    @Id
    private String name;

    @Version
    private long version;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "external_id")
    private @Nullable String externalId;

    @Column(name = "one_time_until")
    private @Nullable OffsetDateTime oneTimeUntil;

    @Column(name = "disabled_at")
    private @Nullable OffsetDateTime disabledAt;

    @Column(name = "signed_in_at")
    private @Nullable OffsetDateTime signedInAt;

    @Column(name = "session_epoch")
    private int sessionEpoch;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "user_grant", joinColumns = @JoinColumn(name = "user_name"))
    private Set<GrantRow> grants = new HashSet<>();

    protected User() {}

    User(String name, Grants grants, Instant now) {
        this.name = name;
        this.createdAt = Utc.of(now);
        give(grants);
    }

    public String name() {
        return name;
    }

    /** Empty for who signs in elsewhere. */
    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public boolean isKnownElsewhere() {
        return externalId != null;
    }

    public Grants grants() {
        return new Grants(grants.stream().map(GrantRow::grant).collect(Collectors.toSet()));
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    public Optional<Instant> signedInAt() {
        return Optional.ofNullable(signedInAt).map(OffsetDateTime::toInstant);
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Until when a password that somebody else knows lets this person in; empty once they chose their own. */
    public Optional<Instant> oneTimeUntil() {
        return Optional.ofNullable(oneTimeUntil).map(OffsetDateTime::toInstant);
    }

    /** Sessions that began in an earlier one are over. */
    int sessionEpoch() {
        return sessionEpoch;
    }

    boolean maySignIn(Instant now) {
        return disabledAt == null && oneTimeUntil().map(now::isBefore).orElse(true);
    }

    void signedIn(Instant now) {
        signedInAt = Utc.of(now);
    }

    final void give(Grants given) {
        Set<GrantRow> rows = given.all().stream().map(GrantRow::new).collect(Collectors.toSet());
        grants.retainAll(rows);
        grants.addAll(rows);
    }

    /** A password of their own. Sessions that began with the one before are over. */
    void choosePassword(String hash) {
        passwordHash = hash;
        oneTimeUntil = null;
        sessionEpoch++;
    }

    void lendPassword(String hash, Instant until) {
        passwordHash = hash;
        oneTimeUntil = Utc.of(until);
        sessionEpoch++;
    }

    void knownElsewhereAs(String id) {
        externalId = id;
    }

    void disable(Instant now) {
        disabledAt = Utc.of(now);
        sessionEpoch++;
    }

    void enable() {
        disabledAt = null;
    }
}
