/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back to the caller, and what happens once it has gone. */
public final class Answer {

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Runnable afterwards = () -> {};

    private Answer(int status, String contentType, byte[] body) {
        this.status = status;
        this.body = body;
        headers.put("Content-Type", contentType);
    }

    public static Answer json(JsonElement body) {
        return json(200, body);
    }

    public static Answer json(int status, JsonElement body) {
        return new Answer(
                status, "application/json; charset=utf-8", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Answer html(int status, String page) {
        return new Answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer bytes(String contentType, byte[] body) {
        return new Answer(200, contentType, body.clone());
    }

    /** The browser goes there with a GET, whatever it came with. */
    public static Answer goTo(String address) {
        return new Answer(303, "text/plain; charset=utf-8", new byte[0]).with("Location", address);
    }

    public Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** The same, with another body. */
    Answer saying(String otherBody) {
        Answer other = new Answer(status, "", otherBody.getBytes(StandardCharsets.UTF_8));
        other.headers.putAll(headers);
        return other.afterwards(afterwards);
    }

    /** The same, with one more entry in its list; one that is no list stays as it is. */
    Answer listing(String entry) {
        JsonElement list = JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
        if (!list.isJsonObject() || !list.getAsJsonObject().has("data")) {
            return this;
        }
        JsonArray entries = new JsonArray();
        entries.add(JsonParser.parseString(entry));
        entries.addAll(list.getAsJsonObject().getAsJsonArray("data"));
        list.getAsJsonObject().add("data", entries);
        return saying(list.toString());
    }

    /** Runs when the answer is on its way, also when a fault kept it from being sent. */
    public Answer afterwards(Runnable work) {
        afterwards = work;
        return this;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body.clone();
    }

    Map<String, String> headers() {
        return headers;
    }

    void runAfterwards() {
        afterwards.run();
    }
}
