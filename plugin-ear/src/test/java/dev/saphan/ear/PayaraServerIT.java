/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.saphan.simulator.OmiseSimulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The EAR on Payara Server with PostgreSQL, configured by the environment. */
class PayaraServerIT {

    private static final Path TARGET = Path.of(System.getProperty("saphan.target"));

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
                Shop.onPostgres(
                        omise,
                        Files.createTempDirectory(TARGET, "server-data"),
                        postgres.getJdbcUrl("postgres", "postgres")));
        server.start();
        server.deploy(TARGET.resolve("saphan.ear"));
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
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.payment(id).text("status").equals("paid"));
        assertThat(api.refund(id, 50_000, 150_000).text("status")).isEqualTo("succeeded");
        assertThat(api.refund(id, 100_000, 100_000).text("status")).isEqualTo("succeeded");

        assertThat(api.payment(id)
                        .body()
                        .getAsJsonObject("refunded")
                        .get("amount")
                        .getAsLong())
                .isEqualTo(150_000);
        assertThat(omise.books().refunds()).hasSize(2);
    }

    @Test
    void keepsItsSecretsOutOfTheServerLog() throws IOException {
        api.pay("EAR-2", "atome_qr");

        assertThat(Files.readString(server.log())).doesNotContain(omise.secretKey(), Shop.API_KEY);
    }
}
