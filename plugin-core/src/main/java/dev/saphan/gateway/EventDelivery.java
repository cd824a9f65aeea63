/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import java.time.Instant;
import java.util.Optional;

/**
 * The gateway's own record of bringing an event to somebody's address.
 *
 * @param event the gateway's id of it
 * @param key what the event says that happened, such as {@code charge.complete}
 * @param at empty when the gateway does not tell it
 * @param host of the address; the rest of it may hold a secret
 * @param status of the HTTP answer; 0 if none came
 * @param error what went wrong, in the gateway's words; empty if nothing did
 */
public record EventDelivery(String event, String key, Optional<Instant> at, String host, int status, String error) {

    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }
}
