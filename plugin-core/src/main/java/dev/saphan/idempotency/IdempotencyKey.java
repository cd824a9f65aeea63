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
 * @param contentHash SHA-256 of what the request's body says
 * @param bytesHash SHA-256 of its bytes, by which keys were kept before; it may go when those have expired
 */
public record IdempotencyKey(
        StoreId store, Mode mode, String operation, String key, String contentHash, String bytesHash) {

    private static final int SHOWN = 6;

    /** The operation that makes a payment. */
    public static final String PAYMENTS = "POST /payments";

    /** Of a request that comes in one form only. */
    public IdempotencyKey(StoreId store, Mode mode, String operation, String key, String contentHash) {
        this(store, mode, operation, key, contentHash, contentHash);
    }

    /** Its first letters, by which a person recognises it and nobody can use it. */
    public String beginning() {
        return key.substring(0, Math.min(SHOWN, key.length() / 2)) + "…";
    }

    String rowId() {
        return Digests.sha256(store + "\n" + mode + "\n" + operation + "\n" + key);
    }
}
