/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong. */
public enum FaultKind {
    /** The charge or refund is made, then the connection is closed without an answer. */
    LOSE_ANSWER,
    /** 500; nothing was made, unless the fault says {@code after}. */
    HTTP_500,
    /** The call is carried out, the answer comes late. */
    LATENCY,
    /** The call is carried out, and answered with another body. */
    ODD_ANSWER,
    /** The list that is answered has another entry, before all others. */
    ODD_ENTRY,
    DROP_WEBHOOK,
    DUPLICATE_WEBHOOK,
    DELAY_WEBHOOK,
    /** Held back until the next webhook has been delivered. */
    REORDER_WEBHOOKS,
    /** An additional webhook that claims success, with a signature of somebody else. */
    FORGE_WEBHOOK;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FaultKind> named(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    boolean isOfCalls() {
        return switch (this) {
            case LOSE_ANSWER, HTTP_500, LATENCY, ODD_ANSWER, ODD_ENTRY -> true;
            default -> false;
        };
    }
}
