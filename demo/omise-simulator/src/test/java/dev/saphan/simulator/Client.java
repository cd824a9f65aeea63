/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;

/** A plain HTTP client with a key. */
final class Client {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String key;

    Client(URI base, String key) {
        this.base = base.toString();
        this.key = key;
    }

    static Client secret(OmiseSimulator simulator) {
        return new Client(simulator.url(), simulator.secretKey());
    }

    JsonObject get(String path) {
        return json(send("GET", path, "", "application/x-www-form-urlencoded"));
    }

    JsonObject post(String path, String form) {
        return json(send("POST", path, form, "application/x-www-form-urlencoded"));
    }

    JsonObject postJson(String path, String body) {
        return json(send("POST", path, body, "application/json"));
    }

    JsonObject patchJson(String path, String body) {
        return json(send("PATCH", path, body, "application/json"));
    }

    HttpResponse<byte[]> send(String method, String path, String body, String contentType) {
        return trySend(method, path, body, contentType)
                .orElseThrow(() -> new IllegalStateException("no answer to " + method + " " + path));
    }

    /** Empty when the connection ended without an answer. */
    Optional<HttpResponse<byte[]>> trySend(String method, String path, String body, String contentType) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8)))
                .header("Content-Type", contentType)
                .header("Omise-Version", "2019-05-29")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonObject json(HttpResponse<byte[]> response) {
        return JsonParser.parseString(new String(response.body(), UTF_8)).getAsJsonObject();
    }
}
