/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.message;

import dev.saphan.identity.Ids;
import dev.saphan.json.Wire;
import dev.saphan.persistence.Utc;
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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many messages that a person wants repeated. They are gone through from the newest to the oldest, some at a time;
 * messages that come in meanwhile are not among them.
 */
@Entity
@Table(name = "message_batch")
public class MessageBatch {

    /** {@code FULL}: it had more than one batch may have, and the rest was left. */
    public enum Status {
        RUNNING,
        DONE,
        FULL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int MOST = 10_000;

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private Box box;

    @Column(name = "store_id")
    private String storeId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String filter;

    @Column(name = "seen_id")
    private String seenId;

    private int done;
    private int repeated;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "finished_at")
    private @Nullable OffsetDateTime finishedAt;

    protected MessageBatch() {}

    MessageBatch(MessageFilter what, String askedBy, Instant now) {
        this.id = Ids.next("bat");
        this.box = what.box();
        this.storeId = what.store().value();
        this.mode = what.mode();
        this.filter = Wire.write(what.kept());
        this.seenId = "";
        this.status = Status.RUNNING;
        this.askedBy = askedBy;
        this.createdAt = Utc.of(now);
    }

    void seen(String messageId) {
        seenId = messageId;
    }

    void repeated(boolean whether) {
        done++;
        repeated += whether ? 1 : 0;
    }

    void finish(boolean whole, Instant now) {
        status = whole ? Status.DONE : Status.FULL;
        finishedAt = Utc.of(now);
    }

    /** What it is about; nothing that came after it was asked for. */
    MessageFilter filter() {
        MessageFilter what =
                MessageFilter.of(box, store(), mode, Wire.jsonb().fromJson(filter, MessageFilter.Kept.class));
        Instant end = createdAt.toInstant();
        return new MessageFilter(
                what.box(),
                what.store(),
                what.mode(),
                what.kind(),
                what.state(),
                what.from(),
                Optional.of(what.until().filter(end::isAfter).orElse(end)),
                what.subjects(),
                what.ids());
    }

    String seenId() {
        return seenId;
    }

    public String id() {
        return id;
    }

    public Box box() {
        return box;
    }

    public StoreId store() {
        return new StoreId(storeId);
    }

    public Mode mode() {
        return mode;
    }

    /** How many were gone through. */
    public int done() {
        return done;
    }

    /** Of these, how many there was something to repeat of. */
    public int repeated() {
        return repeated;
    }

    public Status status() {
        return status;
    }

    public String askedBy() {
        return askedBy;
    }
}
