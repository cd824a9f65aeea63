/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.persistence.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Up to where an account's list of events was read. It only moves forward. */
@Entity
@Table(name = "event_cursor")
class EventCursor {

    @Id
    @Column(name = "account_key")
    private String accountKey;

    @Column(name = "read_until")
    private OffsetDateTime readUntil;

    protected EventCursor() {}

    EventCursor(String accountKey, Instant readUntil) {
        this.accountKey = accountKey;
        this.readUntil = Utc.of(readUntil);
    }

    Instant readUntil() {
        return readUntil.toInstant();
    }

    void moveTo(Instant time) {
        if (time.isAfter(readUntil())) {
            readUntil = Utc.of(time);
        }
    }
}
