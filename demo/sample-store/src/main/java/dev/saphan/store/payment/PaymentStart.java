/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One POST /payments: written down before it is sent, and sent with the same key and body until it is answered. */
public record PaymentStart(
        long id,
        long orderId,
        String orderReference,
        String idempotencyKey,
        @Nullable String method,
        String channel,
        String body,
        State state,
        int tries,
        Instant notBefore,
        @Nullable String problemCode,
        @Nullable String problemDetail) {

    /** What is known of it. */
    public enum State {
        UNANSWERED,
        ACCEPTED,
        REFUSED
    }

    public boolean unanswered() {
        return state == State.UNANSWERED;
    }

    public boolean refused() {
        return state == State.REFUSED;
    }

    /** The plugin asked for patience, and the time is not over. Without its word, one may ask again at any time. */
    boolean mustWait(Instant now) {
        return unanswered() && problemCode != null && notBefore.isAfter(now);
    }

    boolean asks(Choice choice) {
        return choice.channel().equals(channel) && choice.method().orElse("").equals(method == null ? "" : method);
    }
}
