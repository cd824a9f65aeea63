/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.saphan.chaos.Http;
import java.io.IOException;
import java.util.Optional;

/** The plugin's API, called with the store's key. */
final class PaymentsApi {

    private final String url;
    private final String apiKey;
    private final Http http;

    PaymentsApi(String paymentsUrl, String apiKey, Http http) {
        this.url = paymentsUrl + "/api/v1/payments";
        this.apiKey = apiKey;
        this.http = http;
    }

    /** The newest payment of an order; empty while there is none. */
    Optional<PaymentSeen> ofOrder(String reference) throws IOException {
        JsonArray found = http.get(url + "?orderReference=" + reference, "Authorization", "Bearer " + apiKey)
                .requireOk()
                .json()
                .getAsJsonObject()
                .getAsJsonArray("payments");
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new PaymentSeen(found.get(0).getAsJsonObject()));
    }

    /** Asks once more for the order to be paid, with a key of the caller's. */
    void start(String reference, PaymentSeen payment, Way way, String returnAddress, String key) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("orderReference", reference);
        body.add("amount", payment.amount());
        body.addProperty("method", way.method());
        body.addProperty("returnUrl", returnAddress);
        body.addProperty("channel", way.choice().substring(0, way.choice().indexOf(':')));
        post("", body, key);
    }

    /** The cashier scans the code that a shopper shows. */
    void scan(String payment, Way way, String code, String key) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("method", way.method());
        body.addProperty("barcode", code);
        post("/" + payment + "/attempts", body, key);
    }

    void sync(String payment) throws IOException {
        post("/" + payment + "/sync", new JsonObject(), "none");
    }

    /** What is left to be given back, in minor units. */
    JsonObject remaining(String payment) throws IOException {
        return http.get(url + "/" + payment + "/refund-quote", "Authorization", "Bearer " + apiKey)
                .requireOk()
                .json()
                .getAsJsonObject()
                .getAsJsonObject("remaining");
    }

    /** The answer is final unless an exception is thrown: then the same may be asked again under the same key. */
    void refund(String payment, JsonObject amount, JsonObject remaining, String key) throws IOException {
        JsonObject body = new JsonObject();
        body.add("amount", amount);
        body.add("expectedRemaining", remaining);
        body.addProperty("reason", "chaos");
        Http.Answer answer = post("/" + payment + "/refunds", body, key);
        if (answer.body().contains("request_in_progress")) {
            throw new IOException("still under way");
        }
    }

    private Http.Answer post(String path, JsonObject body, String key) throws IOException {
        Http.Answer answer =
                http.postJson(url + path, body.toString(), "Authorization", "Bearer " + apiKey, "Idempotency-Key", key);
        if (answer.status() >= 500) {
            answer.requireOk();
        }
        return answer;
    }
}
