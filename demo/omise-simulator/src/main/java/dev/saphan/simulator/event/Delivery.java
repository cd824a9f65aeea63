/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sending of an event to one address. Neither status nor error: not sent yet.
 *
 * @param forgery what is sent instead of the event
 * @param status the HTTP status that the receiver answered
 * @param note what a fault did to it, or that a person sent it again
 */
public record Delivery(
        String id,
        URI uri,
        Instant createdAt,
        @Nullable String forgery,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String note) {

    public boolean isOpen() {
        return status == null && error == null;
    }

    Delivery answered(int newStatus) {
        return new Delivery(id, uri, createdAt, forgery, newStatus, null, note);
    }

    Delivery failed(String newError) {
        return new Delivery(id, uri, createdAt, forgery, null, newError, note);
    }

    Delivery noted(String newNote) {
        return new Delivery(id, uri, createdAt, forgery, status, error, newNote);
    }
}
