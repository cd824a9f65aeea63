/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.message;

import dev.saphan.persistence.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;

/** One message of a batch, and whether there was something to repeat. */
@Entity
@Table(name = "message_batch_item")
class MessageBatchItem {

    @Id
    private String id;

    @Column(name = "batch_id")
    private String batchId;

    @Column(name = "message_id")
    private String messageId;

    private boolean repeated;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected MessageBatchItem() {}

    MessageBatchItem(MessageBatch batch, String messageId, boolean repeated, Instant now) {
        this.id = id(batch.id(), messageId);
        this.batchId = batch.id();
        this.messageId = messageId;
        this.repeated = repeated;
        this.createdAt = Utc.of(now);
    }

    static String id(String batch, String message) {
        return batch + "/" + message;
    }

    String messageId() {
        return messageId;
    }

    boolean wasRepeated() {
        return repeated;
    }
}
