/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.saphan.settings.Store;
import dev.saphan.webhook.ReceiveWebhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Takes the simulator's webhooks over HTTP and hands them to the core. */
final class WebhookDoor {

    private final HttpServer server;
    private final CompletableFuture<Inside> inside = new CompletableFuture<>();

    private record Inside(ReceiveWebhook receiver, Store store) {}

    WebhookDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/omise/shop");
    }

    void leadsTo(ReceiveWebhook receiver, Store store) {
        inside.complete(new Inside(receiver, store));
    }

    private void handle(HttpExchange exchange) throws IOException {
        Inside to = inside.join();
        ReceiveWebhook.Receipt receipt = to.receiver()
                .receive(
                        to.store(),
                        exchange.getRequestHeaders().getFirst("Omise-Signature"),
                        exchange.getRequestHeaders().getFirst("Omise-Signature-Timestamp"),
                        exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(receipt == ReceiveWebhook.Receipt.STORED ? 200 : 401, -1);
        exchange.close();
    }
}
