/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.identity.Ids;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.StoreId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message to the storefront in the outbox. Written in the transaction of the change that it tells; waits until it is
 * answered.
 */
@Entity
@Table(name = "order_command")
public class OrderCommand {

    /** {@code WAITING} until one of the others, which are final (a person may set {@code UNUSABLE} back). */
    public enum Status {
        WAITING,
        APPLIED,
        CONFLICT,
        UNUSABLE
    }

    @Id
    private String id;

    @Column(name = "store_id")
    private String storeId;

    @Column(name = "subject_id")
    private String subjectId;

    private long sequence;
    private String type;
    private String payload;

    @Enumerated(EnumType.STRING)
    private Status status;

    private int deliveries;

    @Column(name = "last_answer")
    private @Nullable String lastAnswer;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "answered_at")
    private @Nullable OffsetDateTime answeredAt;

    protected OrderCommand() {}

    OrderCommand(StoreId store, String subjectId, long sequence, String type, String payload, Instant createdAt) {
        this.id = Ids.next("cmd");
        this.storeId = store.value();
        this.subjectId = subjectId;
        this.sequence = sequence;
        this.type = type;
        this.payload = payload;
        this.status = Status.WAITING;
        this.createdAt = Utc.of(createdAt);
    }

    void record(OrderAnswer answer, Instant now) {
        deliveries++;
        if (answer instanceof OrderAnswer.Applied applied) {
            answered(Status.APPLIED, applied.already() ? "already applied" : "applied", now);
        } else if (answer instanceof OrderAnswer.Conflict conflict) {
            answered(Status.CONFLICT, "conflict: " + conflict.currentState(), now);
        } else if (answer instanceof OrderAnswer.Unusable unusable) {
            answered(Status.UNUSABLE, unusable.reason(), now);
        } else if (answer instanceof OrderAnswer.Refused refused) {
            lastAnswer = "refused: " + refused.reason();
        } else if (answer instanceof OrderAnswer.RetryLater later) {
            lastAnswer = "retry later: " + later.reason();
        }
    }

    /** Whether it waits for an answer, now again if its last one could not be used. */
    boolean deliverAgain() {
        if (status == Status.UNUSABLE) {
            status = Status.WAITING;
            answeredAt = null;
        }
        return status == Status.WAITING;
    }

    private void answered(Status how, String answer, Instant now) {
        status = how;
        lastAnswer = answer.length() > 200 ? answer.substring(0, 200) : answer;
        answeredAt = Utc.of(now);
    }

    OrderMessage message() {
        return new OrderMessage(id, type, sequence, createdAt.toInstant(), payload);
    }

    public String id() {
        return id;
    }

    public StoreId store() {
        return new StoreId(storeId);
    }

    /** The payment it is about, or {@code methods} for an offer of methods. */
    public String subjectId() {
        return subjectId;
    }

    public long sequence() {
        return sequence;
    }

    public String type() {
        return type;
    }

    public Status status() {
        return status;
    }

    public int deliveries() {
        return deliveries;
    }

    public @Nullable String lastAnswer() {
        return lastAnswer;
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }
}
