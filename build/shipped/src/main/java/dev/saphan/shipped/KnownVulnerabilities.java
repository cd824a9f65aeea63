/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shipped;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list that people keep: published weaknesses, each with what it means here, and the versions of the platform that
 * the plugin is tried on. No feed is asked: what is not in the list is not known.
 *
 * @param platform what servers bring, in the versions tried
 */
public record KnownVulnerabilities(List<Component> platform, List<Vulnerability> all) {

    /** @throws IllegalArgumentException naming an entry in which something is missing or cannot be read */
    public static KnownVulnerabilities read(Path file) throws IOException {
        JsonObject list = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        return new KnownVulnerabilities(
                list.getAsJsonArray("platform").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .map(KnownVulnerabilities::component)
                        .toList(),
                entries(list.getAsJsonArray("vulnerabilities")));
    }

    private static List<Vulnerability> entries(JsonArray entries) {
        return entries.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(KnownVulnerabilities::entry)
                .toList();
    }

    private static Component component(JsonObject json) {
        String[] artifact = text(json, "artifact").split(":", 2);
        return new Component(artifact[0], artifact[1], text(json, "version"));
    }

    private static Vulnerability entry(JsonObject json) {
        return new Vulnerability(
                text(json, "id"),
                text(json, "artifact"),
                text(json, "affected"),
                date(json, "published"),
                text(json, "what"),
                date(json, "reviewed"),
                accepted(json));
    }

    private static Vulnerability.@Nullable Acceptance accepted(JsonObject json) {
        if (!json.has("accepted")) {
            return null;
        }
        JsonObject accepted = json.getAsJsonObject("accepted");
        return new Vulnerability.Acceptance(
                accepted.get("harms").getAsBoolean(), text(accepted, "reason"), date(accepted, "reviewBy"));
    }

    private static LocalDate date(JsonObject json, String name) {
        return LocalDate.parse(text(json, name));
    }

    private static String text(JsonObject json, String name) {
        if (!json.has(name) || json.get(name).getAsString().isBlank()) {
            throw new IllegalArgumentException("No " + name + " in " + json);
        }
        return json.get(name).getAsString();
    }
}
