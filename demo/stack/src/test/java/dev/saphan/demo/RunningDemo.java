/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** The whole demo as processes on free ports, and a Chromium; both started once for all journeys. */
final class RunningDemo {

    /** A second store on the same installation, with an admin of its own who has no business in the first. */
    private static final Map<String, String> SECOND_STORE = Map.of(
            "saphan.stores",
            Programs.STORE_ID + ",kiosk",
            "saphan.store.kiosk.name",
            "Second kiosk",
            "saphan.store.kiosk.test.secret-key",
            Credentials.SECRET_KEY,
            "saphan.users",
            String.join(",", Programs.ROLES) + ",kiosk-admin",
            "saphan.user.kiosk-admin.password",
            Credentials.passwordOf("kiosk-admin"),
            "saphan.user.kiosk-admin.roles",
            "admin@kiosk");

    /** Takes the mail that the plugin sends. */
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(Ports.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final RunningDemo ONLY = new RunningDemo();

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final Stack stack;
    private final Browser browser;

    private RunningDemo() {
        Path target = Path.of(System.getProperty("saphan.target"));
        try {
            stack = new Stack(
                    Path.of(System.getProperty("saphan.root")),
                    Files.createTempDirectory(target, "journey"),
                    Ports.free(),
                    settings(SampleCompany.start()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start(step -> {});
        restock("clay-teapot", 1000);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(
                                Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    private static Map<String, String> settings(String issuer) {
        Map<String, String> settings = new HashMap<>(SECOND_STORE);
        settings.putAll(mailServer());
        settings.put("saphan.oidc.issuer", issuer);
        settings.put("saphan.oidc.client-id", "saphan");
        settings.put("saphan.oidc.client-secret", "sample-client-secret");
        settings.put("saphan.oidc.label", "Sample Company");
        settings.put("saphan.oidc.roles-claim", "groups");
        settings.put("saphan.oidc.roles", "payments=admin; till=cashier@" + Programs.STORE_ID);
        return settings;
    }

    private static Map<String, String> mailServer() {
        MAIL.start();
        return Map.of(
                "saphan.mail.host",
                "127.0.0.1",
                "saphan.mail.port",
                String.valueOf(MAIL.getSmtp().getPort()),
                "saphan.mail.encryption",
                "none",
                "saphan.mail.from",
                "saphan@pay.example");
    }

    GreenMail mail() {
        return MAIL;
    }

    static RunningDemo get() {
        return ONLY;
    }

    Stack stack() {
        return stack;
    }

    Browser browser() {
        return browser;
    }

    /** The newest payment of that order, as the plugin's API tells it. */
    JsonObject payment(String order) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.paymentsUrl() + "/api/v1/payments?orderReference=" + order))
                .header("Authorization", "Bearer " + stack.apiKey())
                .build();
        return JsonParser.parseString(send(request))
                .getAsJsonObject()
                .getAsJsonArray("payments")
                .get(0)
                .getAsJsonObject();
    }

    /** Begins a payment as a storefront's server does, and answers it as it then is. */
    JsonObject start(String order, String method, String channel) {
        String body = """
                {"orderReference": "%s", "amount": {"amount": 190000, "currency": "THB"}, "method": "%s",
                 "channel": "%s", "returnUrl": "%s/"}""".formatted(order, method, channel, stack.storeUrl());
        return JsonParser.parseString(send(api("/api/v1/payments", order, body)))
                .getAsJsonObject();
    }

    /** The shopper's code reaches the payment, as from a till. */
    void scan(JsonObject payment, String method, String code) {
        String id = payment.get("id").getAsString();
        String body = "{\"method\": \"%s\", \"barcode\": \"%s\"}".formatted(method, code);
        send(api("/api/v1/payments/" + id + "/attempts", id, body));
    }

    /** As a storefront does whose shopper gave up. */
    void cancel(JsonObject payment) {
        String id = payment.get("id").getAsString();
        send(api("/api/v1/payments/" + id + "/cancel", id, ""));
    }

    private HttpRequest api(String path, String key, String body) {
        return HttpRequest.newBuilder(URI.create(stack.paymentsUrl() + path))
                .header("Authorization", "Bearer " + stack.apiKey())
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Something goes wrong between plugin and Omise from now on. */
    void fault(String json) {
        send(HttpRequest.newBuilder(URI.create(stack.simulatorUrl() + "/_sim/faults"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** As somebody does in Omise's own dashboard. */
    void refundAtOmise(String charge, long amount) {
        send(atOmise("/charges/" + charge + "/refunds", "amount=" + amount));
    }

    /** As another system of the merchant does, on the same account. Answers its id. */
    String chargeOfSomebodyElse(long amount) {
        String answer = send(
                atOmise("/charges", "amount=" + amount + "&currency=THB&source[type]=atome_qr&description=Ticket 7"));
        return JsonParser.parseString(answer).getAsJsonObject().get("id").getAsString();
    }

    private HttpRequest atOmise(String path, String form) {
        String key =
                Base64.getEncoder().encodeToString((Credentials.SECRET_KEY + ":").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(stack.simulatorUrl() + path))
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    void clearFaults() {
        send(HttpRequest.newBuilder(URI.create(stack.simulatorUrl() + "/_sim/faults"))
                .DELETE()
                .build());
    }

    /** The charge of the newest attempt. */
    String charge(String order) {
        var attempts = payment(order).getAsJsonArray("attempts");
        return attempts.get(attempts.size() - 1)
                .getAsJsonObject()
                .get("chargeId")
                .getAsString();
    }

    JsonObject simulatorBooks() {
        return JsonParser.parseString(send(HttpRequest.newBuilder(URI.create(stack.simulatorUrl() + "/_sim/books"))
                        .build()))
                .getAsJsonObject();
    }

    String storeBooks() {
        return send(HttpRequest.newBuilder(URI.create(stack.storeUrl() + "/manage/books.json"))
                .build());
    }

    /** The charge's time is over at Omise, now. */
    void expire(String charge) {
        send(HttpRequest.newBuilder(URI.create(stack.simulatorUrl() + "/_sim/charges/" + charge + "/expire_now"))
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** The shopper pays, wherever. */
    void pay(String charge) {
        send(HttpRequest.newBuilder(URI.create(stack.simulatorUrl() + "/_sim/charges/" + charge + "/mark_as_paid"))
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** The wallet reports a success although the charge had expired. */
    void payLate(String charge) {
        send(HttpRequest.newBuilder(URI.create(stack.simulatorUrl() + "/_sim/charges/" + charge + "/pay_late"))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private void restock(String product, int pieces) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.storeUrl() + "/manage/stock"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("product=" + product + "&quantity=" + pieces))
                .build();
        send(request);
    }

    /** A code as a wallet would show it. */
    String paymentCode(String method, String outcome) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.simulatorUrl() + "/_sim/codes"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"type\":\"" + method + "\",\"outcome\":\"" + outcome + "\"}"))
                .build();
        JsonObject answer = JsonParser.parseString(send(request)).getAsJsonObject();
        return answer.has("digits")
                ? answer.get("digits").getAsString()
                : answer.get("code").getAsString();
    }

    private String send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A payment that a shopper paid by a code at the till; its id. */
    String paidAtTheCounter(String order) {
        JsonObject payment = start(order, "alipayplus_upm", "counter");
        scan(payment, "alipayplus_upm", paymentCode("alipayplus_upm", "approve"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> Assertions.assertThat(payment(order).get("status").getAsString())
                                .isEqualTo("paid"));
        return payment.get("id").getAsString();
    }

    /** How many refunds Omise has of that order's newest charge. */
    long refundsAtOmise(String order) {
        String charge = charge(order);
        return simulatorBooks().getAsJsonArray("refunds").asList().stream()
                .filter(refund ->
                        refund.getAsJsonObject().get("charge").getAsString().equals(charge))
                .count();
    }
}
