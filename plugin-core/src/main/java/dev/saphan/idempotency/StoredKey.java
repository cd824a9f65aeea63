/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.idempotency;

import dev.saphan.persistence.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A used idempotency key and what it led to. */
@Entity
@Table(name = "idempotency_key")
class StoredKey {

    @Id
    private String id;

    @Column(name = "body_hash")
    private String bodyHash;

    @Column(name = "resource_id")
    private String resourceId;

    private boolean answered;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected StoredKey() {}

    StoredKey(IdempotencyKey key, String resourceId, boolean answered, Instant now) {
        this.id = key.rowId();
        this.bodyHash = key.contentHash();
        this.resourceId = resourceId;
        this.answered = answered;
        this.createdAt = Utc.of(now);
    }

    void answered() {
        answered = true;
    }

    boolean isAnswered() {
        return answered;
    }

    boolean isOfTheSameRequest(IdempotencyKey key) {
        return bodyHash.equals(key.contentHash()) || bodyHash.equals(key.bytesHash());
    }

    String resourceId() {
        return resourceId;
    }

    Instant createdAt() {
        return createdAt.toInstant();
    }
}
