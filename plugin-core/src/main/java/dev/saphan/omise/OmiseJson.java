/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** JSON as we write it to Omise. What Omise writes is read by {@link OmiseObject}. */
final class OmiseJson {

    private static final Jsonb JSONB = JsonbBuilder.create();

    private OmiseJson() {}

    static String write(Object body) {
        return JSONB.toJson(body);
    }
}
