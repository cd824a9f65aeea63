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
 */
public record AttemptRequest(
        PaymentMethod method, Optional<Barcode> barcode, Optional<String> sourceId, Optional<Instant> expiresAt) {

    public static AttemptRequest with(PaymentMethod method) {
        return new AttemptRequest(method, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static AttemptRequest scanning(PaymentMethod method, Barcode barcode) {
        return new AttemptRequest(method, Optional.of(barcode), Optional.empty(), Optional.empty());
    }
}
