/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import dev.saphan.store.payment.PaymentJson;
import dev.saphan.store.payment.UnreadableAnswerException;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A signed message of the plugin. Its id stays the same however often it is sent. */
record Command(String id, String type, long sequence, JsonObject data) {

    static @Nullable Command parse(String id, String body) {
        try {
            JsonObject json = PaymentJson.object(body);
            String type = PaymentJson.text(json, "type");
            if (type == null || !(json.get("data") instanceof JsonObject data)) {
                return null;
            }
            return new Command(id, type, PaymentJson.number(json, "sequence"), data);
        } catch (UnreadableAnswerException e) {
            return null;
        }
    }
}
