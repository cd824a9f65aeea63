/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Barcode;
import dev.saphan.method.PaymentMethod;
import java.time.Instant;
import java.util.Optional;

/**
 * What one attempt is made with. The barcode is sent once and kept nowhere.
 *
 * @param sourceId of a source that a browser made with the public key
 * @param cashier who stands at the till
 */
public record AttemptRequest(
        PaymentMethod method,
        Optional<Barcode> barcode,
        Optional<String> sourceId,
        Optional<Instant> expiresAt,
        Optional<String> cashier) {

    public AttemptRequest(
            PaymentMethod method, Optional<Barcode> barcode, Optional<String> sourceId, Optional<Instant> expiresAt) {
        this(method, barcode, sourceId, expiresAt, Optional.empty());
    }

    public static AttemptRequest with(PaymentMethod method) {
        return new AttemptRequest(method, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static AttemptRequest scanning(PaymentMethod method, Barcode barcode) {
        return new AttemptRequest(method, Optional.of(barcode), Optional.empty(), Optional.empty());
    }

    /** The same at a till where that person stands. */
    public AttemptRequest takenBy(String person) {
        return new AttemptRequest(method, barcode, sourceId, expiresAt, Optional.of(person));
    }
}
