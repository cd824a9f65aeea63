/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.outgoing;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call.
 *
 * @param body empty where nothing is sent; in UTF-8, of the content type that the headers say
 * @param patience from now to the last byte of the answer
 * @param mostBytes of the answer's body
 */
public record OutgoingCall(
        String method,
        URI address,
        Map<String, String> headers,
        Optional<String> body,
        Duration patience,
        int mostBytes) {

    public OutgoingCall {
        headers = Map.copyOf(headers);
    }

    public static OutgoingCall of(String method, URI address, Duration patience, int mostBytes) {
        return new OutgoingCall(method, address, Map.of(), Optional.empty(), patience, mostBytes);
    }

    public OutgoingCall with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new OutgoingCall(method, address, more, body, patience, mostBytes);
    }

    public OutgoingCall sending(String text) {
        return new OutgoingCall(method, address, headers, Optional.of(text), patience, mostBytes);
    }
}
