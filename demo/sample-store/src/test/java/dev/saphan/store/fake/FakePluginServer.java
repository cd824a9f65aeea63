/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.fake;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The stand-in as a process of its own, to try the store by hand: a payment page with three buttons that send signed
 * commands. Arguments: its port, the store's address, the signing secret.
 */
public final class FakePluginServer {

    private final FakePlugin plugin;
    private final String store;
    private final Webhook signature;
    private final AtomicLong sequence = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();

    private FakePluginServer(FakePlugin plugin, String store, String secret) throws EmptyWebhookSecretException {
        this.plugin = plugin;
        this.store = store;
        this.signature = new Webhook(secret);
    }

    public static void main(String[] args) throws EmptyWebhookSecretException {
        FakePlugin plugin = new FakePlugin(Integer.parseInt(args[0]));
        FakePluginServer server = new FakePluginServer(plugin, args[1], args[2]);
        plugin.server().createContext("/payments/pay/", server::page);
        plugin.server().createContext("/payments/counter/", server::page);
        plugin.server().createContext("/payments/do/", server::act);
        plugin.server().createContext("/payments/fault/", exchange -> {
            plugin.next(FakePlugin.Fault.valueOf(last(exchange)));
            html(exchange, "set");
        });
    }

    private void page(HttpExchange exchange) throws IOException {
        String id = last(exchange);
        html(
                exchange,
                "<h1>Payment page of the stand-in</h1><p>" + plugin.json(id).getJsonObject("amount")
                        + "<form method=post action=/payments/do/" + id + "/paid><button>Pay</button></form>"
                        + "<form method=post action=/payments/do/" + id + "/fail><button>Fail</button></form>"
                        + "<form method=post action=/payments/do/" + id + "/expire><button>Expire</button></form>"
                        + "<form method=post action=/payments/do/" + id
                        + "/refund><button>Refund a part</button></form>");
    }

    private void act(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String id = path[3];
        String results = switch (path[4]) {
            case "paid" -> {
                plugin.becomes(id, "paid", "");
                yield send("payment.paid", plugin.json(id));
            }
            case "fail" -> {
                plugin.fails(id, "Your wallet said no.");
                yield send("payment.attempt_failed", plugin.json(id));
            }
            case "expire" -> {
                plugin.becomes(id, "closed", "expired");
                yield send("payment.closed", plugin.json(id));
            }
            default -> send("refund.updated", refund(plugin.json(id)));
        };
        String back = plugin.created().stream()
                .filter(p -> p.id().equals(id))
                .map(p -> p.request().getString("returnUrl") + "?payment=" + id)
                .findFirst()
                .orElse("");
        html(exchange, "<p>" + results + "<p><a href='" + back + "'>Back to the store</a>");
    }

    private static JsonObject refund(JsonObject payment) {
        return Json.createObjectBuilder()
                .add("id", "ref_" + payment.getString("id"))
                .add("paymentId", payment.getString("id"))
                .add("orderReference", payment.getString("orderReference"))
                .add(
                        "amount",
                        Json.createObjectBuilder()
                                .add("amount", payment.getJsonObject("amount").getInt("amount") / 4)
                                .add("currency", payment.getJsonObject("amount").getString("currency")))
                .add("status", "succeeded")
                .add("voided", false)
                .add("origin", "admin")
                .build();
    }

    private String send(String type, JsonObject data) {
        String body = Json.createObjectBuilder()
                .add("type", type)
                .add("sequence", sequence.incrementAndGet())
                .add("createdAt", Instant.now().toString())
                .add("data", data)
                .build()
                .toString();
        String id = "cmd_" + UUID.randomUUID();
        long now = Instant.now().getEpochSecond();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(store + "/saphan/commands"))
                    .header("Content-Type", "application/json")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", String.valueOf(now))
                    .header("webhook-signature", signature.sign(id, now, body))
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | WebhookSigningException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void html(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = ("<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>" + text)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
