/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.ledger;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a journal: a JSON array of entries each. */
final class JournalLines {

    private static final Gson GSON = LedgerGson.create();

    private JournalLines() {}

    static String of(List<JournalEntry> change) {
        return GSON.toJson(change);
    }

    static List<String> of(Map<String, Map<String, JsonElement>> things) {
        List<String> lines = new ArrayList<>();
        things.forEach((shelf, byId) ->
                byId.forEach((id, value) -> lines.add(of(List.of(new JournalEntry(shelf, id, value))))));
        return lines;
    }

    /** By shelf and id. */
    static Map<String, Map<String, JsonElement>> read(Path file) throws IOException {
        Map<String, Map<String, JsonElement>> found = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return found;
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            while (line != null) {
                String next = reader.readLine();
                for (JournalEntry entry : entries(line, next == null)) {
                    found.computeIfAbsent(entry.shelf(), shelf -> new LinkedHashMap<>())
                            .put(entry.id(), entry.value());
                }
                line = next;
            }
        }
        return found;
    }

    /** Only the last line may be cut off: it was never acknowledged. */
    private static JournalEntry[] entries(String line, boolean last) throws IOException {
        try {
            JournalEntry @Nullable [] entries = GSON.fromJson(line, JournalEntry[].class);
            return entries == null ? new JournalEntry[0] : entries;
        } catch (JsonParseException e) {
            if (last) {
                return new JournalEntry[0];
            }
            throw new IOException("a line in the middle is damaged", e);
        }
    }
}
