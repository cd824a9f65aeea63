/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.trace;

import com.google.gson.JsonObject;
import dev.saphan.chaos.Http;
import dev.saphan.chaos.Http.Answer;
import dev.saphan.chaos.cluster.Cluster;
import dev.saphan.demo.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Everything that a shopper, a cashier and an admin do, and the mistakes that each of them makes with a secret in hand. */
final class Story {

    /** Each looks like nothing else, so that it is found wherever it stands. */
    static final Map<String, String> PERSON = Map.of(
            "name", "Wandee Tracesdottir",
            "email", "wandee.traces@example.com",
            "phone", "+66898765432",
            "ip", "203.0.113.211");

    static final String GUESSED_KEY = "saphan_test_guessed-key-0123456789abcdefghijklmnop";
    static final String GUESSED_PASSWORD = "guessed password of Wandee";

    private static final Pattern SESSION = Pattern.compile("saphan-session=[^;]+");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Http http = new Http();
    private final Cluster cluster;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private int keys;

    Story(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What came up while it was told, by what it is. */
    Map<String, String> secrets() {
        return secrets;
    }

    void tell() throws IOException {
        String session = signIn();
        secrets.put("session", session.substring(session.indexOf('=') + 1));
        JsonObject paid = start("TRACE-paid", "atome_qr", "online");
        secrets.put("page token", token(paid));
        lookAt(token(paid));
        pay(paid);
        refund(paid);
        JsonObject left = start("TRACE-left", "alipay_cn", "online");
        secrets.put("page token of the cancelled", token(left));
        http.postForm(page(token(left)) + "/cancel?lang=th", Map.of());
        http.get(page(token(left)));
        scan(session);
        mistakes(session, token(paid), token(left));
    }

    private void lookAt(String token) throws IOException {
        for (String path : List.of("", "?lang=th", "?view=methods&lang=ja", "/state", "/nothing", "/qr/att_nobody")) {
            http.get(page(token) + path);
        }
        http.get(page(token).replace("/pay/", "/return/") + "?lang=th");
    }

    private void pay(JsonObject payment) throws IOException {
        String charge = payment.getAsJsonArray("attempts")
                .get(0)
                .getAsJsonObject()
                .get("chargeId")
                .getAsString();
        http.postJson(cluster.simulatorUrl() + "/_sim/charges/" + charge + "/mark_as_paid", "{}")
                .requireOk();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> http.get(api("/payments/" + payment.get("id").getAsString()), key())
                        .body()
                        .contains("\"status\":\"paid\""));
    }

    private void refund(JsonObject payment) throws IOException {
        JsonObject body = new JsonObject();
        body.add("amount", money(100));
        body.addProperty("reason", "A cup was broken");
        body.add("expectedRemaining", money(150_000));
        post("/payments/" + payment.get("id").getAsString() + "/refunds", body.toString());
    }

    private void scan(String session) throws IOException {
        JsonObject made = http.postJson(
                        cluster.simulatorUrl() + "/_sim/codes", "{\"type\":\"alipayplus_upm\",\"outcome\":\"approve\"}")
                .requireOk()
                .json()
                .getAsJsonObject();
        String code = made.get(made.has("digits") ? "digits" : "code").getAsString();
        secrets.put("payment code", code);
        String id = start("TRACE-till", "alipayplus_upm", "counter").get("id").getAsString();
        String till = cluster.paymentsUrl() + "/counter/" + id;
        String csrf = found(FORM_TOKEN, http.get(till, "Cookie", session).body());
        secrets.put("form token", csrf);
        Map<String, String> form = Map.of("csrf", csrf, "seen", "0", "method", "alipayplus_upm", "code", code);
        http.postForm(till + "/scan?lang=th", form, "Cookie", session);
        http.postForm(till + "/scan", form, "Cookie", session);
        post("/payments/" + id + "/attempts", "{\"method\":\"alipayplus_upm\",\"barcode\":\"" + code + "x\"}");
        post("/payments/" + id + "/attempts", "{\"method\":\"barcode_wechat\",\"barcode\":\"" + code);
    }

    private void mistakes(String session, String token, String other) throws IOException {
        String root = cluster.paymentsUrl();
        http.get(api("/payments?orderReference=A"), "Authorization", "Bearer " + GUESSED_KEY);
        http.postForm(root + "/login", Map.of("name", "admin", "password", GUESSED_PASSWORD));
        http.postForm(root + "/login", Map.of("name", PERSON.get("name"), "password", Programs.adminPassword() + " "));
        for (String broken : List.of("%00", "%0Aforged", "%zz", "/%2e%2e/", "x".repeat(3_000))) {
            http.get(root.replace("/payments", "/payments/pay/") + token + (broken.equals("%zz") ? "%25zz" : broken));
        }
        String person = "{\"name\":\"" + PERSON.get("name") + "\",\"email\":\"" + PERSON.get("email") + "\"";
        post("/payments", person);
        post("/payments", "{\"orderReference\":\"" + cluster.apiKey() + "\",\"shopper\":" + person + "}}");
        http.postJson(root + "/webhooks/omise/demo", "{\"a\":" + "[".repeat(2_500) + person, "Omise-Signature", "00");
        http.postJson(root + "/webhooks/omise/demo?token=" + token, person + "}", "Omise-Signature", other);
        http.postForm(page(token) + "/attempt?lang=th", Map.of("method", PERSON.get("name"), "seen", other));
        http.postForm(page(token) + "/attempt?lang=th", Map.of());
        http.postForm(page(other) + "/redirect?lang=th", Map.of("name", PERSON.get("email")));
        http.postJson(page(token) + "/cancel?lang=th", person + "}");
        for (String page : List.of("explain", "payments", "messages", "audit", "overview", "people", "person")) {
            http.get(
                    root + "/admin/" + page + ".xhtml?store=x%0A" + token + "&id=" + other + "&q=" + token,
                    "Cookie",
                    session,
                    "Content-Type",
                    FORM);
        }
    }

    private JsonObject start(String order, String method, String channel) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("orderReference", order);
        body.add("amount", money(150_000));
        body.addProperty("method", method);
        body.addProperty("channel", channel);
        body.addProperty("returnUrl", "https://shop.example/orders/1");
        JsonObject shopper = new JsonObject();
        PERSON.forEach(shopper::addProperty);
        body.add("shopper", shopper);
        return post("/payments", body.toString()).requireOk().json().getAsJsonObject();
    }

    private String signIn() throws IOException {
        Answer answer = http.postForm(
                cluster.paymentsUrl() + "/login", Map.of("name", "admin", "password", Programs.adminPassword()));
        return found(SESSION, String.join(";", answer.headers().getOrDefault("set-cookie", List.of())));
    }

    private Answer post(String path, String body) throws IOException {
        return http.postJson(
                api(path), body, "Authorization", "Bearer " + cluster.apiKey(), "Idempotency-Key", "trace-" + keys++);
    }

    private String[] key() {
        return new String[] {"Authorization", "Bearer " + cluster.apiKey()};
    }

    private String api(String path) {
        return cluster.paymentsUrl() + "/api/v1" + path;
    }

    private String page(String token) {
        return cluster.paymentsUrl() + "/pay/" + token;
    }

    private static String token(JsonObject payment) {
        String address = payment.get("checkoutUrl").getAsString();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static JsonObject money(long amount) {
        JsonObject money = new JsonObject();
        money.addProperty("amount", amount);
        money.addProperty("currency", "THB");
        return money;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Nothing like " + pattern + " in " + text);
        }
        return matcher.group(matcher.groupCount());
    }
}
