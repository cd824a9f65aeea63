/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.idempotency;

import dev.saphan.secret.Digests;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;

/**
 * A key that a caller sent, with its scope and the fingerprint of the request it came with.
 *
 * @param operation such as {@code POST /payments}
 * @param bodyHash SHA-256 of the request's body
 */
public record IdempotencyKey(StoreId store, Mode mode, String operation, String key, String bodyHash) {

    /** The operation that makes a payment. */
    public static final String PAYMENTS = "POST /payments";

    String rowId() {
        return Digests.sha256(store + "\n" + mode + "\n" + operation + "\n" + key);
    }
}
