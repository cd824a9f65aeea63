/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A payment as the plugin's API shows it. */
record PaymentSeen(JsonObject json) {

    /** One attempt of it. */
    record AttemptSeen(String status, Optional<String> charge) {
        boolean isPending() {
            return status.equals("pending");
        }
    }

    String id() {
        return json.get("id").getAsString();
    }

    boolean isPaid() {
        return json.get("status").getAsString().equals("paid");
    }

    boolean isOpen() {
        return json.get("status").getAsString().equals("open");
    }

    boolean isClosed() {
        return json.get("status").getAsString().equals("closed");
    }

    JsonObject amount() {
        return json.getAsJsonObject("amount");
    }

    String checkoutUrl() {
        return json.get("checkoutUrl").getAsString();
    }

    List<AttemptSeen> attempts() {
        List<AttemptSeen> attempts = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("attempts")) {
            JsonObject attempt = element.getAsJsonObject();
            Optional<String> charge = Optional.ofNullable(attempt.get("chargeId"))
                    .filter(id -> !id.isJsonNull())
                    .map(JsonElement::getAsString);
            attempts.add(new AttemptSeen(attempt.get("status").getAsString(), charge));
        }
        return attempts;
    }

    /** The charge that waits for the shopper. */
    Optional<String> pendingCharge() {
        return attempts().stream().filter(AttemptSeen::isPending).findFirst().flatMap(AttemptSeen::charge);
    }
}
