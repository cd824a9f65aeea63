/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import dev.saphan.simulator.OmiseSimulator;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The war as it is built, on Payara Micro, against the simulator in this process. */
@ExtendWith(ArquillianExtension.class)
class PayaraMicroIT {

    private static final OmiseSimulator OMISE =
            OmiseSimulator.builder().allowLoopbackHttp(true).start();

    /** More than the calls that are let out to Omise at once. */
    private static final int AT_ONCE = 40;

    @ArquillianResource
    URI server;

    private PaymentsApi api;

    @Deployment(testable = false)
    static WebArchive plugin() throws IOException {
        Path data = Files.createTempDirectory(Path.of(System.getProperty("saphan.target")), "micro-data");
        String settings = Shop.withKiosk(Shop.settings(OMISE, data)).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        return ShrinkWrap.create(ZipImporter.class, "payments.war")
                .importFrom(Path.of(System.getProperty("saphan.root"), "plugin-web/target/payments.war")
                        .toFile())
                .as(WebArchive.class)
                .addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
    }

    @BeforeEach
    void connect() {
        api = new PaymentsApi(server);
        OMISE.webhookEndpoint(server.resolve("webhooks/omise/shop"));
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> api.get("payment-methods?currency=THB").status() == 200);
    }

    @AfterEach
    void calm() {
        OMISE.faults().clear();
    }

    @Test
    void takesAPaymentAndGivesItBack() {
        PaymentsApi.Answer payment = api.pay(order(), "atome_qr");
        assertThat(payment.status()).isEqualTo(201);

        OMISE.approveInWallet(payment.attempt().get("chargeId").getAsString());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.payment(payment.text("id")).text("status").equals("paid"));
        PaymentsApi.Answer refund = api.refund(payment.text("id"), 150_000, 150_000);

        assertThat(refund.status()).isEqualTo(201);
        assertThat(refund.text("status")).isEqualTo("succeeded");
    }

    @Test
    void sendsOnePostForOneCallWhenTheAnswerIsLost() {
        OMISE.clearRequests();
        OMISE.faults().add(Fault.onPath(FaultKind.LOSE_ANSWER, "/charges"));

        PaymentsApi.Answer payment = api.pay(order(), "alipay_cn");

        assertThat(payment.text("status")).isEqualTo("processing");
        assertThat(OMISE.requests().stream()
                        .filter(request -> request.method().equals("POST")
                                && request.path().equals("/charges")))
                .hasSize(1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.payment(payment.text("id")).text("status").equals("open"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\":                                                    | 400 | malformed_json",
                "{\"orderReference\":\"A\",\"orderReference\":\"B\"}             | 400 | malformed_json",
                "{\"orderReference\":\"A 1\",\"amount\":{\"amount\":1,\"currency\":\"THB\"}} | 400 | invalid_field",
                "{\"orderReference\":\"A\",\"amount\":{\"amount\":500.5,\"currency\":\"THB\"}} | 400 | invalid_amount",
                "{\"orderReference\":\"A\",\"amount\":{\"amount\":\"500\",\"currency\":\"THB\"}} | 400 | invalid_amount",
                "{\"orderReference\":\"A\",\"amount\":{\"amount\":99999999999999999999999,\"currency\":\"THB\"}}"
                        + " | 400 | invalid_amount",
                "{\"orderReference\":\"A\",\"amount\":{\"amount\":500,\"currency\":\"XXB\"}} | 400 | invalid_field",
                "{\"orderReference\":\"A\",\"amount\":{\"amount\":1,\"currency\":\"THB\"},\"method\":\"alipay_cn\","
                        + "\"returnUrl\":\"https://shop.example/\"} | 422 | amount_below_minimum",
                "{\"orderReference\":\"A\",\"amount\":{\"amount\":5000,\"currency\":\"JPY\"},\"method\":\"alipay_cn\","
                        + "\"returnUrl\":\"https://shop.example/\"} | 422 | currency_not_supported",
                "{\"orderReference\":\"A\",\"amount\":{\"amount\":5000,\"currency\":\"THB\"},\"method\":\"cash\","
                        + "\"returnUrl\":\"https://shop.example/\"} | 422 | method_unavailable",
                "{\"orderReference\":\"A\",\"amount\":{\"amount\":5000,\"currency\":\"THB\"},\"method\":\"alipay_cn\","
                        + "\"returnUrl\":\"http://shop.example/\"} | 400 | invalid_return_url",
                "{\"orderReference\":\"A\",\"amount\":{\"amount\":5000,\"currency\":\"THB\"},\"channel\":\"counter\","
                        + "\"method\":\"barcode_wechat\",\"barcode\":\"12x\",\"returnUrl\":\"https://shop.example/\"}"
                        + " | 422 | malformed_barcode"
            })
    void answersBadInputWithAStableCode(String body, int status, String code) {
        PaymentsApi.Answer answer = api.post("payments", UUID.randomUUID().toString(), body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.body().toString()).doesNotContain("Exception", "dev.saphan", "at java");
    }

    @Test
    void answersBadInputInEveryOtherEndpoint() {
        String payment = api.pay(order(), "alipay_cn").text("id");

        assertThat(api.get("payment-methods?currency=XYZ").text("field")).isEqualTo("currency");
        assertThat(api.get("payment-methods?currency=THB&amount=1.5").text("code"))
                .isEqualTo("invalid_amount");
        assertThat(api.get("payment-methods?currency=THB&channel=moon").text("field"))
                .isEqualTo("channel");
        assertThat(api.get("payments").text("field")).isEqualTo("orderReference");
        assertThat(api.post("payments/" + payment + "/attempts", "k", "{}").text("field"))
                .isEqualTo("method");
        assertThat(api.post("payments/" + payment + "/attempts", "k", "{\"method\":\"cash\"}")
                        .text("code"))
                .isEqualTo("method_unavailable");
        assertThat(api.post("payments/" + payment + "/attempts", "k", "[]").text("code"))
                .isEqualTo("malformed_json");
        assertThat(api.post("payments/nobody/cancel", "k", "").text("code")).isEqualTo("not_found");
        assertThat(api.post("payments/nobody/sync", "k", "").text("code")).isEqualTo("not_found");
        assertThat(api.get("payments/nobody/refund-quote").text("code")).isEqualTo("not_found");
        assertThat(api.get("payments/nobody/refunds").text("code")).isEqualTo("not_found");
        assertThat(api.post("payments/" + payment + "/refunds", "k", "{}").text("field"))
                .isEqualTo("expectedRemaining");
        assertThat(api.refund(payment, 100, 150_000).text("code")).isEqualTo("remaining_changed");
        assertThat(api.get("payments/" + payment + "/refund-quote")
                        .body()
                        .getAsJsonObject("reason")
                        .get("code")
                        .getAsString())
                .isEqualTo("not_refundable");
    }

    @Test
    void refusesForgedAndMalformedWebhooks() {
        assertThat(webhook("{\"object\":\"event\",\"id\":\"evnt_test_1\",\"key\":\"charge.complete\"}")
                        .text("code"))
                .isEqualTo("unauthorized");
        assertThat(webhook("not json").text("code")).isEqualTo("malformed_json");
        assertThat(webhook("x".repeat(600_000)).text("code")).isEqualTo("body_too_large");
    }

    private PaymentsApi.Answer webhook(String body) {
        return api.send(HttpRequest.newBuilder(server.resolve("webhooks/omise/shop"))
                .header("Content-Type", "application/json")
                .header("Omise-Signature", "00")
                .header("Omise-Signature-Timestamp", "1")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void refusesAWrongKeyAMissingIdempotencyKeyAndAnOversizedBody() {
        PaymentsApi.Answer wrongKey =
                api.send(HttpRequest.newBuilder(server.resolve("api/v1/payments?orderReference=A"))
                        .header("Authorization", "Bearer wrong")
                        .build());
        PaymentsApi.Answer tooLarge = api.post("payments", "k", "{\"x\":\"" + "a".repeat(300_000) + "\"}");

        assertThat(wrongKey.status()).isEqualTo(401);
        assertThat(wrongKey.text("code")).isEqualTo("unauthorized");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(api.post("payments", "", "{}").text("code")).isEqualTo("missing_idempotency_key");
        assertThat(api.payment("pay_of_nobody").text("code")).isEqualTo("not_found");
        assertThat(api.get("nothing-here").text("code")).isEqualTo("not_found");
        assertThat(api.get("payments?orderReference=A%00").text("code")).isEqualTo("malformed_request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept-Language | - | 200",
                "Accept-Language | --,th;q=7 | 200",
                "Accept          | a | 200",
                "Accept          | application/json;q=9 | 200",
                "If-None-Match   | 5 | 200",
                "If-None-Match   | \"half | 200",
                "If-None-Match   | \"1\" junk | 200",
                "If-Match        | half\" | 400",
                "If-Match        | \"0\" | 412",
                "Content-Type    | / | 200"
            })
    void ignoresOrRefusesHeadersThatCannotBeRead(String header, String value, int status) {
        String payment = api.pay(order(), "atome_qr").text("id");

        HttpResponse<String> answer =
                api.raw(api.request("payments/" + payment).header(header, value).build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JsonParser.parseString(answer.body()).getAsJsonObject().keySet())
                .contains(status == 200 ? "orderReference" : "code");
    }

    @Test
    void doesNothingForABodyThatCannotBeRead() {
        String order = order();
        String body = """
                {"orderReference":"%s","amount":{"amount":150000,"currency":"THB"},"method":"alipay_cn",
                 "returnUrl":"https://shop.example/orders/1"}""".formatted(order);

        assertThat(api.post("payments", order, body + "{}").text("code")).isEqualTo("malformed_json");
        assertThat(typed("application/json;;;=", body).text("code")).isEqualTo("unsupported_media_type");
        assertThat(typed("text/plain", body).text("code")).isEqualTo("unsupported_media_type");
        assertThat(webhook("{} x").text("code")).isEqualTo("malformed_json");
        assertThat(webhook("{\"id\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}")
                        .text("code"))
                .isEqualTo("malformed_json");
        assertThat(api.get("payments?orderReference=" + order).body().getAsJsonArray("payments"))
                .isEmpty();
    }

    private PaymentsApi.Answer typed(String type, String body) {
        return api.send(api.request("payments")
                .header("Idempotency-Key", "k")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void refusesProgramsByADocumentAlsoOutsideOfResources() {
        for (String path : new String[] {"webhooks", "webhooks/", "api", "api/", "api/v2/payments"}) {
            PaymentsApi.Answer answer =
                    api.send(HttpRequest.newBuilder(server.resolve(path)).build());

            assertThat(answer.status()).as(path).isIn(401, 404);
            assertThat(answer.text("code")).as(path).isIn("unauthorized", "not_found");
        }
    }

    @Test
    void takesTheSameJsonInAnotherOrderForTheSameRequestAndSaysWhatItCut() {
        String order = order();
        PaymentsApi.Answer first = api.post("payments", order, """
                {"orderReference":"%s","amount":{"amount":150000,"currency":"THB"},"method":"atome_qr","locale":"",
                 "returnUrl":"https://shop.example/orders/1","shopper":{"name":"%s","phone":""}}""".formatted(order, "n".repeat(201)));
        PaymentsApi.Answer again = api.post("payments", order, """
                {"shopper":{"phone":"","name":"%s"},"returnUrl":"https://shop.example/orders/1","locale":"",
                 "method":"atome_qr","amount":{"currency":"THB","amount":150000}  , "orderReference":"%s"}""".formatted("n".repeat(201), order));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.body().getAsJsonArray("attempts")).hasSize(1);
        assertThat(List.of(first, again))
                .allSatisfy(answer -> assertThat(answer.body().get("warnings").toString())
                        .contains("shopper.name")
                        .doesNotContain("phone"));
        assertThat(api.pay(order(), "atome_qr").body().getAsJsonArray("warnings"))
                .isEmpty();
    }

    @Test
    void tellsOneStateByAnotherTagInAnotherLanguage() {
        String payment = api.pay(order(), "atome_qr").text("id");
        HttpResponse<String> thai = api.raw(api.request("payments/" + payment)
                .header("Accept-Language", "th")
                .build());
        String tag = thai.headers().firstValue("ETag").orElseThrow();

        assertThat(tag).endsWith("-th\"");
        assertThat(thai.headers().allValues("Vary")).anyMatch(value -> value.contains("Accept-Language"));
        assertThat(conditional(payment, "th", tag)).isEqualTo(304);
        assertThat(conditional(payment, "th", "W/" + tag)).isEqualTo(304);
        assertThat(conditional(payment, "ja", tag)).isEqualTo(200);
    }

    private int conditional(String payment, String language, String tag) {
        return api.raw(api.request("payments/" + payment)
                        .header("Accept-Language", language)
                        .header("If-None-Match", tag)
                        .build())
                .statusCode();
    }

    @Test
    void refusesInTheLanguageOfTheOrder() {
        String body = "{\"orderReference\":\"A\",\"amount\":{\"amount\":1,\"currency\":\"THB\"},\"locale\":\"%s\","
                + "\"method\":\"alipay_cn\",\"returnUrl\":\"https://shop.example/\"}";

        assertThat(api.post("payments", "k", body.formatted("th")).text("detail"))
                .containsPattern("[\u0e01-\u0e5b]");
        assertThat(api.post("payments", "", body.formatted("ja")).text("detail"))
                .containsPattern("[\u3041-\u30ff]");
        assertThat(api.post("payments", "k", body.formatted("")).text("detail"))
                .doesNotContainPattern("[^\\x00-\\xff]");
    }

    @Test
    void takesAShopperWhoIsPostedBack() {
        String page = api.pay(order(), "atome_qr").text("checkoutUrl");
        String token = page.substring(page.lastIndexOf('/') + 1);

        HttpResponse<String> posted = api.raw(HttpRequest.newBuilder(server.resolve("return/" + token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://wallet.example")
                .POST(HttpRequest.BodyPublishers.ofString("status=successful"))
                .build());

        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(posted.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/pay/" + token));
    }

    @Test
    void showsAndDoesNothingWithThePaymentsOfAnotherStore() {
        String order = order();
        PaymentsApi.Answer payment = api.pay(order, "atome_qr");
        String charge = payment.attempt().get("chargeId").getAsString();
        String path = "payments/" + payment.text("id");
        PaymentsApi other = new PaymentsApi(server, Shop.KIOSK_API_KEY);

        assertThat(Stream.of(
                        other.get(path),
                        other.get(path + "/refund-quote?amount=100&currency=THB"),
                        other.get(path + "/refunds"),
                        other.post(path + "/attempts", "k-1", "{\"method\":\"alipay_cn\"}"),
                        other.post(path + "/cancel", "k-2", "{}"),
                        other.post(path + "/sync", "k-3", ""),
                        other.refund(payment.text("id"), 100, 150_000)))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.text("code")).isEqualTo("not_found");
                });
        assertThat(other.get("payments?orderReference=" + order).body().toString())
                .doesNotContain(payment.text("id"), charge);
        assertThat(api.payment(payment.text("id")).text("status"))
                .as("nothing was done")
                .isEqualTo("open");
        assertThat(api.get("payments?orderReference=" + order).body().toString())
                .as("its own store finds it")
                .contains(payment.text("id"));
    }

    @Test
    void goesOnServingWhileOmiseIsSlow() throws Exception {
        String waiting = api.pay(order(), "atome_qr").attempt().get("chargeId").getAsString();
        OMISE.faults()
                .add(Fault.onPath(FaultKind.LATENCY, "/charges")
                        .method("POST")
                        .delay(Duration.ofSeconds(15))
                        .times(1000));
        ExecutorService shoppers = Executors.newCachedThreadPool();
        List<Future<PaymentsApi.Answer>> held = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> shoppers.submit(() -> api.pay(order(), "alipay_cn")))
                .toList();
        String refused = order();
        String key = UUID.randomUUID().toString();
        await().atMost(Duration.ofSeconds(14)).until(() -> isRefusedSoon(shoppers));

        assertThat(api.pay(refused, "alipay_cn", key).status()).isEqualTo(503);
        assertThat(api.get("payment-methods?currency=THB").status()).isEqualTo(200);
        OMISE.approveInWallet(waiting);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> OMISE.books().deliveries().stream()
                        .anyMatch(delivery -> delivery.charge().equals(waiting)
                                && delivery.key().equals("charge.complete")
                                && Integer.valueOf(200).equals(delivery.status())));
        assertThat(held).as("shoppers still held by the slow calls").anyMatch(shopper -> !shopper.isDone());

        OMISE.faults().clear();
        for (Future<PaymentsApi.Answer> shopper : held) {
            assertThat(shopper.get().status()).isIn(201, 503);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.pay(refused, "alipay_cn", key).status() == 201);
        shoppers.shutdown();
    }

    /** One that comes while there is still room is held like the others. */
    private boolean isRefusedSoon(ExecutorService shoppers) throws Exception {
        try {
            PaymentsApi.Answer answer =
                    shoppers.submit(() -> api.pay(order(), "alipay_cn")).get(4, TimeUnit.SECONDS);
            return answer.status() == 503 && answer.text("code").equals("gateway_unavailable");
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Test
    void saysAtOnceThatOmiseIsDownAndKeepsTheKeyFree() {
        OMISE.faults()
                .add(Fault.onPath(FaultKind.HTTP_500, "/charges").method("POST").times(1000));

        Start refused = await().atMost(Duration.ofSeconds(60))
                .until(this::refused, Optional::isPresent)
                .orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> refused().isPresent() && offers().contains("gateway_unavailable"));

        OMISE.faults().clear();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        api.pay(refused.order(), "alipay_cn", refused.key()).status() == 201);
    }

    private record Start(String order, String key) {}

    /** One that is refused because Omise is down; now and then one is let through, to see whether it still is. */
    private Optional<Start> refused() {
        Start start = new Start(order(), UUID.randomUUID().toString());
        PaymentsApi.Answer answer = api.pay(start.order(), "alipay_cn", start.key());
        return answer.status() == 503 && answer.text("code").equals("gateway_unavailable")
                ? Optional.of(start)
                : Optional.empty();
    }

    private String offers() {
        return api.get("payment-methods?currency=THB")
                .body()
                .getAsJsonArray("methods")
                .toString();
    }

    private static String order() {
        return "O-" + UUID.randomUUID();
    }
}
