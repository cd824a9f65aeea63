/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.identity.Ids;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event of Omise, stored before it is acknowledged, once per store and event id. It was verified before, and the charge
 * is read again: nobody needs its bytes. Who the shopper is, payment codes and tokens of pages are kept nowhere.
 */
@Entity
@Table(name = "inbound_event")
public class InboundEvent {

    @Id
    private String id;

    @Column(name = "store_id")
    private String storeId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "event_key")
    private String eventKey;

    @Column(name = "charge_id")
    private @Nullable String chargeId;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String body;

    private @Nullable String result;

    private boolean listed;

    @Column(name = "received_at")
    private OffsetDateTime receivedAt;

    @Column(name = "processed_at")
    private @Nullable OffsetDateTime processedAt;

    protected InboundEvent() {}

    InboundEvent(StoreId store, GatewayEvent event, Verdict verdict, KeptBody body, boolean listed, Instant now) {
        this.id = Ids.next("evt");
        this.storeId = store.value();
        this.mode = Mode.of(event.livemode());
        this.eventId = event.id();
        this.eventKey = event.key().length() > 100 ? event.key().substring(0, 100) : event.key();
        this.chargeId = event.chargeId().orElse(null);
        this.verdict = verdict;
        this.body = body.text();
        this.listed = listed;
        this.receivedAt = Utc.of(now);
    }

    /** Its webhook came after all. */
    void arrived() {
        listed = false;
    }

    void processed(String how, Instant now) {
        result = how;
        processedAt = Utc.of(now);
    }

    /** It is to be followed again: the charge is read again then, whatever it said before. */
    void processAgain() {
        result = null;
        processedAt = null;
    }

    public boolean isProcessed() {
        return processedAt != null;
    }

    public String id() {
        return id;
    }

    public Instant receivedAt() {
        return receivedAt.toInstant();
    }

    public StoreId store() {
        return new StoreId(storeId);
    }

    public Mode mode() {
        return mode;
    }

    public Optional<String> chargeId() {
        return Optional.ofNullable(chargeId);
    }

    /** Whether it was found in Omise's list of events, and its webhook has not come. */
    public boolean isListed() {
        return listed;
    }

    /** For a person to look at: JSON, without what is nobody's business. */
    public String body() {
        return body;
    }

    /** What came of it; null while it waits. */
    public @Nullable String result() {
        return result;
    }

    /** Omise's own id. */
    public String eventId() {
        return eventId;
    }

    public Optional<Instant> processedAt() {
        return Utc.instant(processedAt);
    }

    /** What it says that happened, such as {@code charge.complete}. */
    public String eventKey() {
        return eventKey;
    }

    public boolean isGenuine() {
        return verdict == Verdict.GENUINE;
    }
}
