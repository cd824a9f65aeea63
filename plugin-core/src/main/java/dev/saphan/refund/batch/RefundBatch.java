/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund.batch;

import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Payments of one account that a person wants refunded together, each for itself, for one reason. */
@Entity
@Table(name = "refund_batch")
public class RefundBatch {

    /** More than anybody looks through before the click. */
    public static final int MOST = 200;

    private static final String RUNNING = "RUNNING";
    private static final String DONE = "DONE";

    @Id
    private String id;

    @Column(name = "account_key")
    private String accountKey;

    private String reason;
    private String status;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "finished_at")
    private @Nullable OffsetDateTime finishedAt;

    protected RefundBatch() {}

    RefundBatch(String id, AccountKey account, String reason, String askedBy, Instant now) {
        this.id = id;
        this.accountKey = account.toString();
        this.reason = reason;
        this.status = RUNNING;
        this.askedBy = askedBy;
        this.createdAt = Utc.of(now);
    }

    void finish(Instant now) {
        status = DONE;
        finishedAt = Utc.of(now);
    }

    public String id() {
        return id;
    }

    public AccountKey account() {
        return AccountKey.parse(accountKey);
    }

    public String reason() {
        return reason;
    }

    public boolean isRunning() {
        return status.equals(RUNNING);
    }

    /** A user's name. */
    public String askedBy() {
        return askedBy;
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }
}
