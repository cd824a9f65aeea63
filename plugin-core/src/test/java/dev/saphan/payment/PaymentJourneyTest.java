/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.json.Wire;
import dev.saphan.simulator.code.Outcome;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the order to the storefront's knowledge, over the simulator's API and its webhooks. */
@ParameterizedClass
@EnumSource(Database.class)
class PaymentJourneyTest {

    @Parameter
    Database database;

    @ParameterizedTest
    @CsvSource({"alipay_cn,redirect", "atome_qr,qr", "installment_paynext_extra_qr,qr"})
    void tellsTheStorefrontOfAPaymentThatTheShopperMade(String method, String nextStep) {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by(method);

        PaymentId id = order.pay();
        PaymentView waiting = order.view(id);
        assertThat(waiting.status()).isEqualTo("open");
        assertThat(waiting.nextStep().type()).isEqualTo(nextStep);

        plugin.omise().approveInWallet(chargeOf(waiting));

        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));
        eventually(() ->
                assertThat(plugin.storefront().toldAbout(order.reference())).containsExactly(OrderMessage.PAID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alipayplus_upm", "barcode_wechat"})
    void takesAPaymentByTheCodeThatACashierScanned(String method) {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by(method);

        PaymentId id = order.pay();
        assertThat(order.view(id).nextStep().type()).isEqualTo("scan");

        plugin.get(StartAttempt.class)
                .start(
                        id,
                        AttemptRequest.scanning(
                                plugin.get(dev.saphan.method.Methods.class).get(method),
                                dev.saphan.method.Barcode.scanned(plugin.omise().paymentCode(method, Outcome.APPROVE))),
                        "cashier");

        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alipay_cn", "atome_qr", "installment_paynext_extra_qr"})
    void saysWhyAnAttemptFailedAndStaysOpen(String method) {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by(method);
        PaymentId id = order.pay();

        plugin.omise().markAsFailed(chargeOf(order.view(id)), "failed_processing");

        eventually(() -> assertThat(order.view(id).attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isEqualTo("failed");
            assertThat(attempt.failure()).isNotNull();
            assertThat(attempt.failure().code()).isEqualTo("processing_error");
        }));
        assertThat(order.view(id).status()).isEqualTo("open");
        eventually(() -> assertThat(plugin.storefront().toldAbout(order.reference()))
                .containsExactly(OrderMessage.ATTEMPT_FAILED));
    }

    @Test
    void asksOmiseOnceForOneKey() {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by("atome_qr");

        PaymentId first = order.pay();
        PaymentId second = order.pay();

        assertThat(second).isEqualTo(first);
        assertThat(order.view(first).attempts()).hasSize(1);
    }

    private static String chargeOf(PaymentView payment) {
        return java.util.Objects.requireNonNull(payment.attempts().get(0).chargeId());
    }

    @Test
    void chargesASourceThatABrowserMade() throws Exception {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by("atome_qr").withSource(sourceMadeInABrowser(plugin, 150_000));

        PaymentId id = order.pay();

        assertThat(order.view(id).nextStep().type()).isEqualTo("qr");
    }

    @Test
    void doesNotChargeASourceOfAnotherAmount() throws Exception {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by("atome_qr").withSource(sourceMadeInABrowser(plugin, 140_000));

        PaymentId id = order.pay();

        assertThat(order.view(id).status()).isEqualTo("open");
        assertThat(order.view(id).attempts().get(0).failure().code()).isEqualTo("request_refused");
    }

    private static String sourceMadeInABrowser(TestPlugin plugin, long amount) throws Exception {
        String key =
                Base64.getEncoder().encodeToString((plugin.omise().publicKey() + ":").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(plugin.omise().url() + "/sources"))
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("type=atome_qr&currency=thb&amount=" + amount))
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return Wire.readObject(body).getString("id");
    }
}
