/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Our ids in the metadata of a charge and of a refund. */
final class OmiseMetadata {

    static final String ATTEMPT = "saphan_attempt";
    static final String REFUND = "saphan_refund";

    private OmiseMetadata() {}

    /** Metadata is an object; some accounts answer an empty list instead of an empty object. */
    static Optional<String> id(OmiseObject omise, String key) {
        return isList(omise.value("metadata"))
                ? Optional.empty()
                : omise.object("metadata").flatMap(metadata -> metadata.id(key));
    }

    /**
     * Whether a charge may be that attempt's: it names the attempt, or nobody can tell whose it is.
     *
     * @param isRead whether the rest of it could be read; then no metadata at all is an answer too
     */
    static boolean mayName(JsonValue charge, String attempt, boolean isRead) {
        if (!(charge instanceof JsonObject omise)) {
            return true;
        }
        Optional<JsonValue> metadata =
                Optional.ofNullable(omise.get("metadata")).filter(value -> value != JsonValue.NULL);
        if (metadata.isEmpty()) {
            return !isRead;
        }
        if (!(metadata.get() instanceof JsonObject told)) {
            return !isList(metadata);
        }
        OmiseObject ids = new OmiseObject("charge.metadata", told);
        return ids.has(ATTEMPT)
                && ids.id(ATTEMPT).filter(id -> !id.equals(attempt)).isEmpty();
    }

    private static boolean isList(Optional<JsonValue> metadata) {
        return metadata.filter(value -> value instanceof JsonArray list && list.isEmpty())
                .isPresent();
    }
}
