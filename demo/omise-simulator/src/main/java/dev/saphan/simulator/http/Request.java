/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call as it came in. Header names are looked up in any case. */
public final class Request {

    private final ReceivedRequest received;
    private final String remoteAddress;
    private final Map<String, String> pathValues;

    Request(ReceivedRequest received, String remoteAddress, Map<String, String> pathValues) {
        this.received = received;
        this.remoteAddress = remoteAddress;
        this.pathValues = pathValues;
    }

    Request with(Map<String, String> values) {
        return new Request(received, remoteAddress, values);
    }

    public String method() {
        return received.method();
    }

    public String path() {
        return received.path();
    }

    public String remoteAddress() {
        return remoteAddress;
    }

    public Params query() {
        return new Params(FormText.parse(received.query()));
    }

    /**
     * What a list or a search is asked for: in the query, or in a body of JSON, as some of Omise's own clients send it with
     * GET. The query goes first.
     */
    public Params asked() {
        boolean json = header("content-type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        return json ? query().or(body()) : query();
    }

    /** The body as it came. */
    public String text() {
        return received.body();
    }

    public Params body() {
        return Params.of(header("content-type").orElse(null), received.body());
    }

    /** The part of the path that a route named {@code {name}}. */
    public String part(String name) {
        @Nullable String value = pathValues.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no part " + name);
        }
        return value;
    }

    public Optional<String> header(String name) {
        return received.header(name);
    }
}
