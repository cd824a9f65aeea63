/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import dev.saphan.json.OutsideJson;
import dev.saphan.language.Languages;
import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.secret.Digests;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * The JSON object of a request, read strictly: a name that stands twice is refused, so is text behind the object, what is not
 * UTF-8, and more than 256 KiB.
 */
public final class JsonBody {

    private static final int MOST_BYTES = 256 * 1024;

    private final Fields fields;
    private final Warnings warnings;
    private final String contentHash;
    private final String bytesHash;

    private JsonBody(JsonObject object, byte[] bytes) {
        this.warnings = new Warnings();
        this.fields = new Fields(object, "", warnings);
        this.contentHash = Digests.sha256(CanonicalJson.of(object));
        this.bytesHash = Digests.sha256(bytes);
    }

    /** @throws Problem if it is not one JSON object, or too large */
    public static JsonBody read(InputStream stream) {
        byte[] bytes = bytes(stream);
        try {
            return new JsonBody(OutsideJson.strictObject(bytes), bytes);
        } catch (JsonException e) {
            throw Problem.of(ErrorCode.MALFORMED_JSON);
        }
    }

    public Fields fields() {
        return fields;
    }

    /** What was taken otherwise than it came; complete when all fields have been read. */
    public Warnings warnings() {
        return warnings;
    }

    /** SHA-256 of what it says: the same in whatever order and with whatever white space it is written. */
    public String contentHash() {
        return contentHash;
    }

    /** SHA-256 of the bytes as they came. */
    public String bytesHash() {
        return bytesHash;
    }

    /** The language that the caller asks for; empty if it is none of ours, or no language at all. */
    public Optional<Locale> language() {
        return fields.raw().get("locale") instanceof JsonString locale
                ? Languages.match(locale.getString())
                : Optional.empty();
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
