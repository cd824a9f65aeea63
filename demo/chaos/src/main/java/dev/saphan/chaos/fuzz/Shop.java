/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.saphan.chaos.fuzz.RawClient.Outcome;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is there to ask for: payments in several states, a person who is signed in, the keys of the store. */
final class Shop {

    static final String ROOT = "/payments";
    static final String API = ROOT + "/api/v1";

    private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: (saphan-session=[^;\\s]+)");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");

    /** Each shop sells something new: an order that is known would be the payment of another shop. */
    private static final AtomicInteger ORDERS = new AtomicInteger();

    private final RawClient client;
    private final int port;
    private final String store;
    private final String apiKey;

    final String payment;
    final String waiting;
    final String page;
    final String session;
    final String formToken;
    final String viewState;

    /** Payment and page of an order that may be cancelled. */
    final String spare;

    final String sparePage;

    /** @param password of the person {@code admin} */
    Shop(RawClient client, int port, String store, String apiKey, String password) throws IOException {
        this.client = client;
        this.port = port;
        this.store = store;
        this.apiKey = apiKey;
        JsonObject online = start("atome_qr", "online");
        this.payment = online.get("id").getAsString();
        this.page = page(online);
        this.waiting = start("alipayplus_upm", "counter").get("id").getAsString();
        this.session = signIn(password);
        this.formToken = formToken();
        this.viewState = found(VIEW_STATE, send(signedIn(Draft.get(ROOT + "/admin/people.xhtml")), 200));
        JsonObject cancelled = start("alipay_cn", "online");
        this.spare = cancelled.get("id").getAsString();
        this.sparePage = page(cancelled);
    }

    String store() {
        return store;
    }

    String order() {
        return "FUZZ-" + ORDERS.getAndIncrement();
    }

    Draft api(Draft draft) {
        return draft.header("Authorization", "Bearer " + apiKey);
    }

    Draft signedIn(Draft draft) {
        return draft.header("Cookie", session);
    }

    JsonObject order(String method, String channel) {
        JsonObject body = new JsonObject();
        body.addProperty("orderReference", order());
        body.add("amount", money(150_000));
        body.addProperty("method", method);
        body.addProperty("channel", channel);
        body.addProperty("locale", "th");
        body.addProperty("returnUrl", "https://shop.example/orders/1");
        JsonObject shopper = new JsonObject();
        shopper.addProperty("name", "Somchai Example");
        shopper.addProperty("email", "somchai@example.com");
        shopper.addProperty("phone", "+66812345678");
        shopper.addProperty("ip", "203.0.113.7");
        body.add("shopper", shopper);
        body.add("items", items());
        body.add("shipping", address());
        JsonObject metadata = new JsonObject();
        metadata.addProperty("basket", "7");
        body.add("metadata", metadata);
        return body;
    }

    private static String page(JsonObject payment) {
        String address = payment.get("checkoutUrl").getAsString();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static JsonArray items() {
        JsonObject item = new JsonObject();
        item.addProperty("name", "Tea");
        item.addProperty("quantity", 2);
        item.addProperty("amount", 75_000);
        item.addProperty("sku", "TEA-1");
        JsonArray items = new JsonArray();
        items.add(item);
        return items;
    }

    private static JsonObject address() {
        JsonObject address = new JsonObject();
        address.addProperty("street1", "1 Example Road");
        address.addProperty("city", "Bangkok");
        address.addProperty("country", "TH");
        address.addProperty("postalCode", "10110");
        return address;
    }

    static JsonObject money(long amount) {
        JsonObject money = new JsonObject();
        money.addProperty("amount", amount);
        money.addProperty("currency", "THB");
        return money;
    }

    private JsonObject start(String method, String channel) throws IOException {
        Draft draft = api(Draft.post(API + "/payments"))
                .header("Idempotency-Key", "fixture-" + UUID.randomUUID())
                .json(order(method, channel));
        return JsonParser.parseString(body(send(draft, 201))).getAsJsonObject();
    }

    private String signIn(String password) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "admin");
        fields.put("password", password);
        return found(COOKIE, send(Draft.post(ROOT + "/login").form(fields), 303));
    }

    private String formToken() throws IOException {
        return found(FORM_TOKEN, send(signedIn(Draft.get(ROOT + "/counter/")), 200));
    }

    private Outcome send(Draft draft, int expected) throws IOException {
        Outcome outcome = client.send(draft.bytes(port));
        if (outcome.status() != expected) {
            throw new IllegalStateException(draft.path + " answered " + outcome.text());
        }
        return outcome;
    }

    private static String found(Pattern pattern, Outcome outcome) {
        Matcher matcher = pattern.matcher(outcome.text());
        if (!matcher.find()) {
            throw new IllegalStateException("Nothing like " + pattern + " in " + outcome.text());
        }
        return matcher.group(1);
    }

    /** Of an answer that may come in chunks. */
    private static String body(Outcome outcome) {
        String text = outcome.text();
        return text.substring(text.indexOf('{', text.indexOf("\r\n\r\n")), text.lastIndexOf('}') + 1);
    }
}
