/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.identity.Ids;
import dev.saphan.persistence.Utc;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message to the storefront in the outbox. Written in the transaction of the change that it tells; waits until it is
 * answered. What it tells lies sealed: with it goes the address of the payment's page, and that of who the shopper is.
 */
@Entity
@Table(name = "order_command")
public class OrderCommand {

    private static final int LONGEST_ANSWER = 200;

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

    @Enumerated(EnumType.STRING)
    private Mode mode;

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

    OrderCommand(
            StoreId store,
            Mode mode,
            String subjectId,
            long sequence,
            String type,
            String payload,
            Seal seal,
            Instant createdAt) {
        this.id = Ids.next("cmd");
        this.storeId = store.value();
        this.mode = mode;
        this.subjectId = subjectId;
        this.sequence = sequence;
        this.type = type;
        this.payload = seal.close(payload, id);
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
            lastAnswer = cut("refused: " + refused.reason());
        } else if (answer instanceof OrderAnswer.RetryLater later) {
            lastAnswer = cut("retry later: " + later.reason());
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
        lastAnswer = cut(answer);
        answeredAt = Utc.of(now);
    }

    private static String cut(String answer) {
        return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
    }

    OrderMessage message(Seal seal) {
        return new OrderMessage(id, type, sequence, createdAt.toInstant(), payload(seal));
    }

    public String id() {
        return id;
    }

    public StoreId store() {
        return new StoreId(storeId);
    }

    public Mode mode() {
        return mode;
    }

    /** What it tells, in JSON. One that was entered before they were sealed begins as no sealed text does. */
    String payload(Seal seal) {
        return payload.startsWith("{") ? payload : seal.open(payload, id);
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

    /** Empty while it waits. */
    public Optional<Instant> answeredAt() {
        return Utc.instant(answeredAt);
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }
}
