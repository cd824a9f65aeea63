/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Receiver receiver = new Receiver();

    @RegisterExtension
    final OmiseSimulatorExtension omise =
            new OmiseSimulatorExtension(settings -> settings.webhookEndpoint(receiver.uri("/account"))
                    .allowLoopbackHttp(true)
                    .clock(Clock.fixed(Instant.parse("2026-03-04T05:00:00Z"), ZoneOffset.UTC)));

    private OmiseSimulator simulator;
    private Client client;

    @BeforeEach
    void connect() {
        simulator = omise.simulator();
        client = Client.secret(simulator);
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void aPaymentIsToldWithASignature() throws GeneralSecurityException {
        String id = charge("");
        simulator.markAsPaid(id);
        settle();

        assertThat(receiver.keys()).containsExactly("charge.create", "charge.complete");
        Receiver.Hook hook = receiver.hooks().get(1);
        String signed = hook.header("Omise-Signature-Timestamp") + "." + hook.body();
        assertThat(hook.header("Omise-Signature")).isEqualTo(hmac(Account.DEMO_WEBHOOK_SECRET, signed));
        assertThat(hook.header("Content-Type")).isEqualTo("application/json");
        assertThat(hook.json().getAsJsonArray("webhook_deliveries")).isEmpty();
        assertThat(hook.json().getAsJsonObject("data")).isEqualTo(client.get("/charges/" + id));
    }

    @Test
    void twoSignaturesWhileTheSecretIsRolled() throws GeneralSecurityException {
        String newSecret = Base64.getEncoder().encodeToString("another-secret".getBytes(UTF_8));
        simulator.rollWebhookSecret(newSecret);
        charge("");
        settle();
        simulator.endRoll();
        charge("");
        settle();

        Receiver.Hook both = receiver.hooks().get(0);
        String signed = both.header("Omise-Signature-Timestamp") + "." + both.body();
        assertThat(both.header("Omise-Signature"))
                .isEqualTo(hmac(Account.DEMO_WEBHOOK_SECRET, signed) + "," + hmac(newSecret, signed));
        assertThat(receiver.hooks().get(1).header("Omise-Signature")).hasSize(64);
        assertThat(simulator.webhookSecret()).isEqualTo(newSecret);
    }

    @Test
    void endpointsOfAChargeReplaceTheAccounts() {
        String id =
                charge("&webhook_endpoints[]=" + receiver.uri("/one") + "&webhook_endpoints[]=" + receiver.uri("/two"));
        simulator.markAsPaid(id);
        simulator.refund(id, 100);
        settle();

        assertThat(receiver.hooks()).extracting(Receiver.Hook::path).containsOnly("/one", "/two");
        assertThat(receiver.keys())
                .containsOnly("charge.create", "charge.complete", "refund.create")
                .hasSize(6);
    }

    @Test
    void threeEndpointsAreTooMany() {
        String endpoint = "&webhook_endpoints[]=" + receiver.uri("/x");

        JsonObject error = client.post("/charges", form() + endpoint + endpoint + endpoint);

        assertThat(error.get("code").getAsString()).isEqualTo("invalid_charge");
    }

    @Test
    void aRefundIsToldWithItsCharge() {
        String id = charge("");
        simulator.markAsPaid(id);
        simulator.refund(id, 100);
        settle();

        JsonObject data = receiver.hooks().get(2).json().getAsJsonObject("data");
        assertThat(data.get("object").getAsString()).isEqualTo("refund");
        assertThat(data.get("charge").getAsString()).isEqualTo(id);
    }

    @Test
    void expiryIsToldAsAskedFor() {
        String id = charge("");
        simulator.expire(id);
        settle();
        assertThat(receiver.keys()).containsExactly("charge.create", "charge.expire");

        try (OmiseSimulator other = OmiseSimulator.builder()
                .webhookEndpoint(receiver.uri("/other"))
                .expiryEvents("charge.expire", "charge.complete")
                .start()) {
            other.expire(Client.secret(other).post("/charges", form()).get("id").getAsString());
            other.awaitWebhooks(SOON);
        }
        assertThat(receiver.keys().subList(2, 5)).containsExactly("charge.create", "charge.expire", "charge.complete");
    }

    @Test
    void whatTheReceiverAnsweredIsWrittenDown() {
        receiver.answer(503);
        String id = charge("");
        settle();

        assertThat(simulator.books().deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.status()).isEqualTo(503));
        JsonObject delivery = client.get("/charges/" + id + "/events")
                .getAsJsonArray("data")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("webhook_deliveries")
                .get(0)
                .getAsJsonObject();
        assertThat(delivery.get("status").getAsInt()).isEqualTo(503);
        assertThat(delivery.get("payload").getAsString())
                .isEqualTo(receiver.hooks().get(0).body());
        assertThat(delivery.get("created_at").getAsString()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC");
    }

    @Test
    void aFailedDeliveryIsNotRepeatedButCanBeSentAgain() {
        receiver.answer(500);
        charge("");
        settle();
        receiver.answer(200);
        assertThat(receiver.hooks()).hasSize(1);

        simulator.resend(simulator.books().events().get(0).id());
        settle();

        assertThat(receiver.hooks()).hasSize(2);
        assertThat(receiver.hooks().get(1).json().get("id"))
                .isEqualTo(receiver.hooks().get(0).json().get("id"));
    }

    @Test
    void aWebhookCanBeLost() {
        simulator.faults().add(Fault.of(FaultKind.DROP_WEBHOOK).event("charge.complete"));
        simulator.markAsPaid(charge(""));
        settle();

        assertThat(receiver.keys()).containsExactly("charge.create");
        assertThat(simulator.books().deliveries())
                .extracting(delivery -> delivery.note())
                .containsExactly(null, "dropped");
    }

    @Test
    void aWebhookCanComeTwice() {
        simulator.faults().add(Fault.of(FaultKind.DUPLICATE_WEBHOOK));
        charge("");
        settle();

        assertThat(receiver.hooks()).hasSize(2);
        assertThat(receiver.hooks().get(0).body())
                .isEqualTo(receiver.hooks().get(1).body());
    }

    @Test
    void aWebhookCanComeLate() {
        simulator.faults().add(Fault.of(FaultKind.DELAY_WEBHOOK).delay(Duration.ofMillis(300)));
        long start = System.nanoTime();
        charge("");
        settle();

        assertThat(receiver.keys()).containsExactly("charge.create");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void webhooksCanOvertakeEachOther() {
        simulator.faults().add(Fault.of(FaultKind.REORDER_WEBHOOKS));
        simulator.markAsPaid(charge(""));
        settle();
        settle();

        assertThat(receiver.keys()).containsExactly("charge.complete", "charge.create");
    }

    @Test
    void aForgedWebhookLiesWithAWrongSignature() throws GeneralSecurityException {
        simulator.faults().add(Fault.of(FaultKind.FORGE_WEBHOOK));
        charge("");
        settle();

        assertThat(receiver.keys()).containsExactlyInAnyOrder("charge.create", "charge.complete");
        Receiver.Hook forged = receiver.hooks().stream()
                .filter(hook -> hook.key().equals("charge.complete"))
                .findFirst()
                .orElseThrow();
        String signed = forged.header("Omise-Signature-Timestamp") + "." + forged.body();
        assertThat(forged.json().getAsJsonObject("data").get("status").getAsString())
                .isEqualTo("successful");
        assertThat(forged.header("Omise-Signature")).isNotEqualTo(hmac(Account.DEMO_WEBHOOK_SECRET, signed));
    }

    private String charge(String more) {
        return client.post("/charges", form() + more).get("id").getAsString();
    }

    private static String form() {
        return "amount=50000&currency=THB&source[type]=atome_qr";
    }

    private void settle() {
        simulator.awaitWebhooks(SOON);
    }

    private static String hmac(String base64, String message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(message.getBytes(UTF_8)));
    }
}
