/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import java.time.Instant;

/** The QR image of a charge; the token at the end of its address is all that protects it. */
public record QrDocument(String id, String filename, String token, Instant createdAt) {

    String imageType() {
        return filename.substring(filename.lastIndexOf('.') + 1);
    }
}
