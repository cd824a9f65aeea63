/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.saphan.simulator.OmiseSimulator;
import dev.saphan.simulator.code.Outcome;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What works on every server that the plugin is said to run on: each flow to and fro, webhooks, pages, sign-in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerSmoke {

    static final Path TARGET = Path.of(System.getProperty("saphan.target"));

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Each asks beans in its own way; what expressions may ask differs between versions of Jakarta EE. */
    private static final List<String> PAGES = List.of(
            "overview",
            "attention",
            "messages",
            "reconciliation",
            "settings",
            "people",
            "audit",
            "golive",
            "explain",
            "approvals",
            "refund",
            "shift");

    private final OmiseSimulator omise =
            OmiseSimulator.builder().allowLoopbackHttp(true).start();

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    private URI payments = URI.create("http://127.0.0.1/payments/");
    private PaymentsApi api = new PaymentsApi(payments);

    /** Deploys the plugin and answers its address, which ends in {@code /payments/}. */
    abstract URI start(OmiseSimulator omise) throws IOException;

    abstract void stop() throws IOException;

    @BeforeAll
    void open() throws IOException {
        payments = start(omise);
        api = new PaymentsApi(payments);
        omise.webhookEndpoint(payments.resolve("webhooks/omise/shop"));
    }

    @AfterAll
    void close() throws IOException {
        stop();
        omise.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alipay_cn", "atome_qr", "installment_paynext_extra_qr"})
    void takesAPaymentByWebhookAndGivesItBack(String method) {
        PaymentsApi.Answer payment = api.pay("SMOKE-" + method, method);
        assertThat(payment.status()).isEqualTo(201);
        String charge = payment.attempt().get("chargeId").getAsString();

        omise.approveInWallet(charge);

        await().atMost(SOON).until(() -> isPaid(payment));
        assertThat(omise.books().deliveries())
                .anyMatch(delivery ->
                        delivery.charge().equals(charge) && Integer.valueOf(200).equals(delivery.status()));
        givesBack(payment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alipayplus_upm", "barcode_wechat"})
    void takesAPaymentByAScannedCodeAndGivesItBack(String method) {
        PaymentsApi.Answer payment =
                api.payByCode("SMOKE-" + method, method, omise.paymentCode(method, Outcome.APPROVE));
        assertThat(payment.status()).isEqualTo(201);

        await().atMost(SOON).until(() -> isPaid(payment));
        givesBack(payment);
    }

    @Test
    void showsThePageOfAPayment() throws Exception {
        JsonObject payment = api.pay("SMOKE-PAGE", "atome_qr").body();

        HttpResponse<String> page = get(URI.create(payment.get("checkoutUrl").getAsString()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("SMOKE-PAGE");
    }

    @Test
    void letsAnAdminInAndShowsThePayments() throws Exception {
        String id = api.pay("SMOKE-ADMIN", "alipay_cn").text("id");

        HttpResponse<String> signedIn = browser.send(
                HttpRequest.newBuilder(payments.resolve("login"))
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("name=admin&password=" + Shop.ADMIN_PASSWORD))
                        .build(),
                BodyHandlers.ofString());

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(get(payments.resolve("admin/payments.xhtml")).body()).contains("SMOKE-ADMIN");
        assertThat(get(payments.resolve("admin/payment.xhtml?id=" + id)).body()).contains("SMOKE-ADMIN");
        for (String page : PAGES) {
            assertThat(get(payments.resolve("admin/" + page + ".xhtml?id=" + id + "&store=shop"))
                            .statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
    }

    private boolean isPaid(PaymentsApi.Answer payment) {
        return api.payment(payment.text("id")).text("status").equals("paid");
    }

    private void givesBack(PaymentsApi.Answer payment) {
        assertThat(api.refund(payment.text("id"), 150_000, 150_000).text("status"))
                .isEqualTo("succeeded");
    }

    private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }
}
