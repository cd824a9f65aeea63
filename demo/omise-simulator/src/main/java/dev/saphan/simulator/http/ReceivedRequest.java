/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One call as the server got it, for tests that count calls. {@code query} is raw and may be empty. */
public record ReceivedRequest(
        Instant at, String method, String path, String query, Map<String, String> headers, String body) {

    private static final List<String> OURS = List.of("/_sim", "/dashboard", "/wallet", "/payments", "/assets");

    public ReceivedRequest {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** Whether it is a call of Omise's API, rather than of our pages and controls. */
    public boolean isApi() {
        return !path.equals("/")
                && !path.equals("/favicon.ico")
                && OURS.stream().noneMatch(path::startsWith);
    }

    public ReceivedRequest without(String header) {
        Map<String, String> fewer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fewer.putAll(headers);
        fewer.remove(header);
        return new ReceivedRequest(at, method, path, query, fewer, body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
