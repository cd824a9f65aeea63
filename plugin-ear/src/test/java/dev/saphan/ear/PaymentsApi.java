/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** The plugin's REST API as a storefront calls it. */
final class PaymentsApi {

    /** Not the second version: shoppers who wait side by side wait on connections of their own. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final String apiKey;

    /** @param base address of the plugin, ending in {@code /payments/} */
    PaymentsApi(URI base) {
        this(base, Shop.API_KEY);
    }

    PaymentsApi(URI base, String apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    record Answer(int status, JsonObject body) {

        String text(String name) {
            return body.get(name).getAsString();
        }

        JsonObject attempt() {
            return body.getAsJsonArray("attempts").get(0).getAsJsonObject();
        }
    }

    Answer pay(String order, String method) {
        return pay(order, method, UUID.randomUUID().toString());
    }

    Answer pay(String order, String method, String key) {
        return post("payments", key, """
                {"orderReference":"%s","amount":{"amount":150000,"currency":"THB"},"method":"%s",
                 "returnUrl":"https://shop.example/orders/1"}""".formatted(order, method));
    }

    Answer payByCode(String order, String method, String barcode) {
        return post("payments", UUID.randomUUID().toString(), """
                {"orderReference":"%s","amount":{"amount":150000,"currency":"THB"},"method":"%s","channel":"counter",
                 "barcode":"%s","returnUrl":"https://shop.example/orders/1"}""".formatted(order, method, barcode));
    }

    Answer refund(String payment, long amount, long expectedRemaining) {
        return post("payments/" + payment + "/refunds", UUID.randomUUID().toString(), """
                {"amount":{"amount":%d,"currency":"THB"},"reason":"Returned",
                 "expectedRemaining":{"amount":%d,"currency":"THB"}}""".formatted(
                        amount, expectedRemaining));
    }

    Answer payment(String id) {
        return send(request("payments/" + id).GET().build());
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, String key, String body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer send(HttpRequest request) {
        HttpResponse<String> response = raw(request);
        return new Answer(
                response.statusCode(), JsonParser.parseString(response.body()).getAsJsonObject());
    }

    /** With its headers, and whatever its body is. */
    HttpResponse<String> raw(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The plugin does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve("api/v1/" + path)).header("Authorization", "Bearer " + apiKey);
    }
}
