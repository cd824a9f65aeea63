/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.identity.Ids;
import dev.saphan.persistence.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

/** One delivery of a message, with what the storefront answered. Written once, never changed. */
@Entity
@Table(name = "order_delivery")
public class OrderDelivery {

    /** How many of the newest are kept for each message: one that waits for days is delivered hundreds of times. */
    static final int KEPT = 50;

    @Id
    private String id;

    @Column(name = "command_id")
    private String commandId;

    private int number;

    @Column(name = "delivered_at")
    private OffsetDateTime deliveredAt;

    private long millis;
    private String answer;

    protected OrderDelivery() {}

    /** After the answer was written into the message. */
    OrderDelivery(OrderCommand command, Instant deliveredAt, Duration took) {
        this.id = Ids.next("dlv");
        this.commandId = command.id();
        this.number = command.deliveries();
        this.deliveredAt = Utc.of(deliveredAt);
        this.millis = Math.max(took.toMillis(), 0);
        this.answer = Objects.requireNonNullElse(command.lastAnswer(), "");
    }

    /** 1 for the first. */
    public int number() {
        return number;
    }

    public Instant deliveredAt() {
        return deliveredAt.toInstant();
    }

    /** How long the answer took. */
    public Duration took() {
        return Duration.ofMillis(millis);
    }

    public String answer() {
        return answer;
    }
}
