/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment as the plugin tells it, as far as a storefront needs it. */
public record Payment(
        String id,
        String orderReference,
        Status status,
        @Nullable String closedReason,
        Money amount,
        @Nullable String method,
        @Nullable String channel,
        @Nullable String checkoutUrl,
        NextStep nextStep,
        @Nullable Failure lastFailure,
        List<String> attention,
        long version) {

    /** The plugin may learn new words: a status this store does not know changes nothing here. */
    public enum Status {
        OPEN,
        PROCESSING,
        PAID,
        CLOSED,
        UNKNOWN
    }

    /** Where the browser goes now. The type is kept as the plugin's word. */
    public record NextStep(String type, @Nullable String url) {

        public boolean scan() {
            return "scan".equals(type);
        }
    }

    /** Why the last attempt did not succeed, in words a shopper may read. */
    public record Failure(@Nullable String code, @Nullable String message) {}
}
