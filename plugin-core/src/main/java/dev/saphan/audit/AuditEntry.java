/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.audit;

import dev.saphan.persistence.Utc;
import dev.saphan.settings.StoreId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One act. Written once, numbered without gaps, never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @Column(name = "entry_number")
    private long number;

    @Column(name = "happened_at")
    private OffsetDateTime at;

    private String actor;
    private String address;
    private String act;

    @Column(name = "store_id")
    private @Nullable String storeId;

    private String subject;
    private String detail;
    private String seal;

    protected AuditEntry() {}

    AuditEntry(long number, Instant at, Who who, String act, @Nullable StoreId store, String subject, String detail) {
        this.number = number;
        this.at = Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
        this.actor = who.name();
        this.address = who.address();
        this.act = act;
        this.storeId = store == null ? null : store.value();
        this.subject = subject;
        this.detail = detail;
        this.seal = "";
    }

    void seal(String value) {
        seal = value;
    }

    String seal() {
        return seal;
    }

    /** Everything that is told, in one unambiguous text: each part with its length before it. */
    String told() {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {
            Long.toString(number), at().toString(), actor, address, act, storeId == null ? "" : storeId, subject, detail
        }) {
            text.append(part.length()).append(':').append(part);
        }
        return text.toString();
    }

    /** Counts from 1. */
    public long number() {
        return number;
    }

    public Instant at() {
        return at.toInstant();
    }

    public String actor() {
        return actor;
    }

    /** The network address that the act came from; empty if it came from none. */
    public String address() {
        return address;
    }

    /** What was done, such as {@code refund.request}. */
    public String act() {
        return act;
    }

    /** Empty if it concerns the installation. */
    public Optional<StoreId> store() {
        return Optional.ofNullable(storeId).map(StoreId::new);
    }

    /** What it was done to: the id of a payment, the name of a person. */
    public String subject() {
        return subject;
    }

    public String detail() {
        return detail;
    }
}
