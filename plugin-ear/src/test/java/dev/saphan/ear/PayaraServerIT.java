/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.saphan.simulator.OmiseSimulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The EAR, with storefronts in it, on Payara Server with PostgreSQL, configured by the environment. */
class PayaraServerIT {

    private static final Path TARGET = Path.of(System.getProperty("saphan.target"));

    private static final Duration SOON = Duration.ofSeconds(30);

    private static OmiseSimulator omise;
    private static EmbeddedPostgres postgres;
    private static PayaraServer server;
    private static PaymentsApi api;

    @BeforeAll
    static void deploy() throws IOException {
        omise = OmiseSimulator.builder().allowLoopbackHttp(true).start();
        postgres = EmbeddedPostgres.builder().start();
        server = new PayaraServer(
                TARGET,
                "payara6",
                Jdk.own(),
                Shop.withKiosk(Shop.onPostgres(
                        omise,
                        Files.createTempDirectory(TARGET, "server-data"),
                        postgres.getJdbcUrl("postgres", "postgres"))));
        server.start();
        server.deploy(EarWithStorefronts.in(TARGET));
        omise.webhookEndpoint(URI.create(server.url() + "/payments/webhooks/omise/shop"));
        api = new PaymentsApi(URI.create(server.url() + "/payments/"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
        omise.close();
    }

    @Test
    void takesAPaymentByWebhookAndGivesItBackInTwoParts() {
        PaymentsApi.Answer payment = api.pay("EAR-1", "alipay_cn");
        assertThat(payment.status()).isEqualTo(201);
        String id = payment.text("id");

        omise.approveInWallet(payment.attempt().get("chargeId").getAsString());
        await().atMost(SOON).until(() -> api.payment(id).text("status").equals("paid"));
        assertThat(api.refund(id, 50_000, 150_000).text("status")).isEqualTo("succeeded");
        assertThat(api.refund(id, 100_000, 100_000).text("status")).isEqualTo("succeeded");

        assertThat(api.payment(id)
                        .body()
                        .getAsJsonObject("refunded")
                        .get("amount")
                        .getAsLong())
                .isEqualTo(150_000);
        assertThat(omise.books().refunds())
                .filteredOn(refund ->
                        refund.charge().equals(payment.attempt().get("chargeId").getAsString()))
                .hasSize(2);
    }

    @Test
    void tellsAStorefrontInAnotherWarOfTheSameEar() {
        await().atMost(SOON).until(() -> told("shop", "").contains("payment_methods.registered"));
        PaymentsApi.Answer payment = api.pay("EAR-3", "alipay_cn");

        omise.approveInWallet(payment.attempt().get("chargeId").getAsString());
        await().atMost(SOON).until(() -> told("shop", "EAR-3").contains("payment.paid"));
        api.refund(payment.text("id"), 150_000, 150_000);

        await().atMost(SOON).until(() -> told("shop", "EAR-3").contains("refund.updated"));
        assertThat(told("shop", "EAR-3")).containsExactly("payment.paid", "refund.updated");
        assertThat(told("kiosk", "EAR-3")).isEmpty();
    }

    @Test
    void tellsTheMethodsAgainToAStorefrontThatComesBack() {
        await().atMost(SOON).until(() -> told("shop", "").contains("payment_methods.registered"));
        int before = told("shop", "").size();

        send(HttpRequest.newBuilder(cornerShop()).POST(BodyPublishers.noBody()).build());

        await().atMost(SOON).until(() -> told("shop", "").size() > before);
        assertThat(told("shop", "")).containsOnly("payment_methods.registered");
    }

    @Test
    void tellsAnAdapterInTheLibrariesOfTheEar() {
        PaymentsApi kiosk = new PaymentsApi(URI.create(server.url() + "/payments/"), Shop.KIOSK_API_KEY);
        PaymentsApi.Answer payment = kiosk.pay("EAR-4", "alipay_cn");

        omise.approveInWallet(payment.attempt().get("chargeId").getAsString());
        kiosk.post("payments/" + payment.text("id") + "/sync", "", "");

        await().atMost(SOON).until(() -> told("kiosk", "EAR-4").contains("payment.paid"));
        assertThat(told("kiosk", "")).contains("payment_methods.registered");
        assertThat(told("shop", "EAR-4")).isEmpty();
    }

    @Test
    void startsThePluginOnceHoweverManyWarsThereAre() {
        assertThat(shown().getAsJsonArray("threads").asList())
                .extracting(JsonElement::getAsString)
                .filteredOn(thread -> thread.startsWith("db-scheduler-execute-due-"))
                .as("one for each lane of work")
                .hasSize(5);
    }

    @Test
    void keepsItsSecretsOutOfTheServerLog() throws IOException {
        api.pay("EAR-2", "atome_qr");

        assertThat(Files.readString(server.log())).doesNotContain(omise.secretKey(), Shop.API_KEY);
    }

    /** Types of what a storefront was told about an order, in the order of delivery. */
    private static List<String> told(String store, String order) {
        return shown().getAsJsonArray(store).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(message -> message.get("order").getAsString().equals(order))
                .map(message -> message.get("type").getAsString())
                .toList();
    }

    private static JsonObject shown() {
        HttpRequest request = HttpRequest.newBuilder(cornerShop()).build();
        return JsonParser.parseString(send(request)).getAsJsonObject();
    }

    private static String send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI cornerShop() {
        return URI.create(server.url() + "/corner-shop/told");
    }
}
