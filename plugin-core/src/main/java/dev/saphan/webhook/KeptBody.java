/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.redaction.Redactor;

/** What is kept of an event's JSON: nothing of the shopper, and no secret. Made before a transaction begins, as it takes a while. */
record KeptBody(String text) {

    static KeptBody of(String json) {
        return new KeptBody(Redactor.compact(json).orElse("{}"));
    }
}
