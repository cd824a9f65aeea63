/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A merchant's server that takes webhooks. */
final class Receiver implements AutoCloseable {

    record Hook(String path, Headers headers, String body) {
        JsonObject json() {
            return JsonParser.parseString(body).getAsJsonObject();
        }

        String key() {
            return json().get("key").getAsString();
        }

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                hooks.add(new Hook(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    void answer(int newStatus) {
        status = newStatus;
    }

    List<Hook> hooks() {
        return List.copyOf(hooks);
    }

    List<String> keys() {
        return hooks.stream().map(Hook::key).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
