/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.history;

import dev.saphan.identity.Ids;
import dev.saphan.persistence.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One line of a payment's story. Written once, never changed. */
@Entity
@Table(name = "history")
public class HistoryEntry {

    @Id
    private String id;

    @Column(name = "payment_id")
    private String paymentId;

    @Column(name = "happened_at")
    private OffsetDateTime at;

    private String actor;
    private String kind;
    private @Nullable String detail;

    protected HistoryEntry() {}

    HistoryEntry(String paymentId, Instant at, String actor, String kind, @Nullable String detail) {
        this.id = Ids.next("his");
        this.paymentId = paymentId;
        this.at = Utc.of(at);
        this.actor = actor;
        this.kind = kind;
        this.detail = detail;
    }

    public Instant at() {
        return at.toInstant();
    }

    /** Who did it: {@code storefront}, {@code shopper}, {@code omise}, {@code saphan}, or a user's name. */
    public String actor() {
        return actor;
    }

    /** What happened, such as {@code attempt.successful}. */
    public String kind() {
        return kind;
    }

    public @Nullable String detail() {
        return detail;
    }
}
