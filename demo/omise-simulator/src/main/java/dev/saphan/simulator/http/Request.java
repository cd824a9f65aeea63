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
