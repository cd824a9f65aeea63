/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import dev.saphan.json.OutsideJson;
import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.secret.Digests;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The JSON object of a request, read strictly: a name that stands twice is refused, so is more than 256 KiB. */
public final class JsonBody {

    private static final int MOST_BYTES = 256 * 1024;

    private final Fields fields;
    private final String hash;

    private JsonBody(JsonObject object, String hash) {
        this.fields = new Fields(object, "");
        this.hash = hash;
    }

    /** @throws Problem if it is not one JSON object, or too large */
    public static JsonBody read(InputStream stream) {
        byte[] bytes = bytes(stream);
        try {
            return new JsonBody(OutsideJson.strictObject(new ByteArrayInputStream(bytes)), Digests.sha256(bytes));
        } catch (JsonException e) {
            throw Problem.of(ErrorCode.MALFORMED_JSON);
        }
    }

    public Fields fields() {
        return fields;
    }

    /** SHA-256 of the bytes as they came. */
    public String hash() {
        return hash;
    }

    /** A required amount. */
    public Money money(String name) {
        return fields.object(name)
                .orElseThrow(() -> Problem.inField(ErrorCode.MISSING_FIELD, name))
                .asMoney();
    }

    public Optional<String> text(String name, int longest) {
        return fields.text(name, longest);
    }

    private static byte[] bytes(InputStream stream) {
        try {
            return BoundedBody.read(stream, MOST_BYTES);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.MALFORMED_JSON);
        }
    }
}
