/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ratelimit;

import dev.saphan.persistence.Utc;
import dev.saphan.settings.RateLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A bucket of permits in the database, by the generic cell rate algorithm: all that is kept is the moment at which it is
 * full again. Each permit moves that moment on by the limit's interval; a permit is there while the moment lies within
 * one period from now.
 */
@Entity
@Table(name = "rate_bucket")
class SharedBucket {

    @Id
    @Column(name = "bucket_key")
    private String key;

    @Column(name = "full_at")
    private OffsetDateTime fullAt;

    protected SharedBucket() {}

    SharedBucket(String key, Instant now) {
        this.key = key;
        this.fullAt = Utc.of(now);
    }

    /** How long until a permit is there; nothing if one is. */
    Duration wait(RateLimit limit, Instant now) {
        Instant after = later(now).plus(limit.interval());
        Duration over = Duration.between(now.plus(limit.period()), after);
        return over.isNegative() ? Duration.ZERO : over;
    }

    void take(RateLimit limit, Instant now) {
        fullAt = Utc.of(later(now).plus(limit.interval()));
    }

    void giveBack(RateLimit limit) {
        fullAt = fullAt.minus(limit.interval());
    }

    void fill(Instant now) {
        fullAt = Utc.of(now);
    }

    /** It is full in a period at the latest, unless the clock was set back: nobody is to wait for that. */
    void bearClock(RateLimit limit, Instant now) {
        Instant latest = now.plus(limit.period());
        if (fullAt.toInstant().isAfter(latest)) {
            fullAt = Utc.of(latest);
        }
    }

    private Instant later(Instant now) {
        return fullAt.toInstant().isAfter(now) ? fullAt.toInstant() : now;
    }
}
