/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls, each sent once and followed nowhere. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** What came back. */
    public record Answer(URI address, int status, String body, Map<String, List<String>> headers) {

        public JsonElement json() {
            return JsonParser.parseString(body);
        }

        public Optional<String> location() {
            return headers.getOrDefault("location", List.of()).stream().findFirst();
        }

        public boolean isOk() {
            return status / 100 == 2;
        }

        /** @throws IOException for any answer but 2xx */
        public Answer requireOk() throws IOException {
            if (!isOk()) {
                throw new IOException(
                        address + " answered " + status + ": " + body.substring(0, Math.min(300, body.length())));
            }
            return this;
        }
    }

    public Answer get(String url, String... headers) throws IOException {
        return send(request(url, headers).GET());
    }

    public Answer delete(String url) throws IOException {
        return send(request(url).DELETE());
    }

    public Answer postJson(String url, String body, String... headers) throws IOException {
        return send(
                request(url, headers).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public Answer postForm(String url, Map<String, String> fields, String... headers) throws IOException {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(url, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.uri(),
                    response.statusCode(),
                    response.body(),
                    response.headers().map());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static HttpRequest.Builder request(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
