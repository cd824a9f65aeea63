/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Charges that were made before the simulator was there. */
class HistoryTest {

    private static final String PAST = """
            {"events_since": "2026-03-03T00:00:00Z", "charges": [
              {"id": "chrg_test_old", "type": "alipay_cn", "amount": 45000, "currency": "THB",
               "metadata": {"saphan_attempt": "att_1"}, "created_at": "2026-03-01T05:00:00Z",
               "expires_at": "2026-03-08T05:00:00Z", "status": "successful", "settled_at": "2026-03-01T05:02:00Z",
               "refunds": [{"id": "rfnd_test_old", "amount": 5000, "voided": false,
                            "metadata": {"saphan_refund": "ref_1"}, "created_at": "2026-03-03T07:00:00Z"}]},
              {"id": "chrg_test_declined", "type": "alipayplus_upm", "amount": 12000, "currency": "THB",
               "barcode": "2800000000000000001", "created_at": "2026-03-02T05:00:00Z",
               "expires_at": "2026-03-09T05:00:00Z", "status": "failed", "settled_at": "2026-03-02T05:00:09Z",
               "failure_code": "insufficient_fund"},
              {"id": "chrg_test_waiting", "type": "atome_qr", "amount": 24000, "currency": "THB",
               "created_at": "2026-03-04T04:00:00Z", "expires_at": "2026-03-04T16:00:00Z", "status": "pending"}
            ]}""";

    private final Receiver receiver = new Receiver();

    @RegisterExtension
    final OmiseSimulatorExtension omise = new OmiseSimulatorExtension(settings ->
            settings.clock(new TickingClock("2026-03-04T05:00:00Z")).webhookEndpoint(receiver.uri("/hooks")));

    @Test
    void areLikeChargesThatWereMadeHere() {
        assertThat(enter(PAST).get("added").getAsInt()).isEqualTo(3);

        JsonObject paid = client().get("/charges/chrg_test_old");
        assertThat(paid.get("status").getAsString()).isEqualTo("successful");
        assertThat(paid.get("paid_at").getAsString()).isEqualTo("2026-03-01T05:02:00Z");
        assertThat(paid.get("refunded_amount").getAsLong()).isEqualTo(5000);
        assertThat(paid.get("net").getAsLong()).isLessThan(45000);
        assertThat(client().get("/charges/chrg_test_declined")
                        .get("failure_code")
                        .getAsString())
                .isEqualTo("insufficient_fund");
        assertThat(client().get("/charges/chrg_test_waiting")
                        .getAsJsonObject("source")
                        .get("scannable_code")
                        .isJsonNull())
                .isFalse();
    }

    @Test
    void canBeRefundedAndPaid() {
        enter(PAST);

        assertThat(client().post("/charges/chrg_test_old/refunds", "amount=40000")
                        .get("status")
                        .getAsString())
                .isEqualTo("closed");
        omise.simulator().markAsPaid("chrg_test_waiting");
        assertThat(client().get("/charges/chrg_test_waiting").get("status").getAsString())
                .isEqualTo("successful");
    }

    @Test
    void sendNoWebhookAndAreInTheListOfEventsFromThenOn() {
        enter(PAST);

        omise.simulator().awaitWebhooks(Duration.ofSeconds(5));
        assertThat(omise.simulator().books().deliveries()).isEmpty();
        assertThat(omise.simulator().books().events())
                .extracting(event -> event.key() + " " + event.charge())
                .containsExactlyInAnyOrder("refund.create chrg_test_old", "charge.create chrg_test_waiting");
        assertThat(client().get("/events")
                        .getAsJsonArray("data")
                        .get(0)
                        .getAsJsonObject()
                        .get("created_at"))
                .isNotNull();
    }

    @Test
    void haveTheirOwnEventsHoweverLongAgo() {
        enter(PAST.replace("\"failure_code\": \"insufficient_fund\"", """
                "failure_code": "insufficient_fund",
                "events": {"chrg_test_declined charge.complete": "evnt_test_known"}"""));

        assertThat(keys("/charges/chrg_test_old/events"))
                .containsExactly("charge.create pending", "charge.complete successful", "refund.create closed");
        assertThat(keys("/charges/chrg_test_declined/events"))
                .containsExactly("charge.create pending", "charge.complete failed");
        assertThat(keys("/charges/chrg_test_waiting/events")).containsExactly("charge.create pending");
        JsonObject known = client().get("/events/evnt_test_known");
        assertThat(known.get("created_at").getAsString()).isEqualTo("2026-03-02T05:00:09Z");
        assertThat(known.getAsJsonObject("data").get("id").getAsString()).isEqualTo("chrg_test_declined");
    }

    @Test
    void goOnInTheListOfTheirEvents() {
        enter(PAST);
        omise.simulator().markAsPaid("chrg_test_waiting");
        client().post("/charges/chrg_test_old/refunds", "amount=100");

        assertThat(keys("/charges/chrg_test_waiting/events"))
                .containsExactly("charge.create pending", "charge.complete successful");
        assertThat(keys("/charges/chrg_test_old/events")).hasSize(4).last().isEqualTo("refund.create closed");
        assertThat(client().get("/charges/chrg_test_nobody/events").get("code").getAsString())
                .isEqualTo("not_found");
    }

    private List<String> keys(String path) {
        return client().get(path).getAsJsonArray("data").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(event -> event.get("key").getAsString() + " "
                        + event.getAsJsonObject("data").get("status").getAsString())
                .toList();
    }

    @Test
    void areEnteredOnce() {
        enter(PAST);

        assertThat(enter(PAST).get("added").getAsInt()).isZero();
        assertThat(omise.simulator().books().charges()).hasSize(3);
    }

    @Test
    void areRefusedWhenTheyMakeNoSense() {
        assertThat(client().send("POST", "/_sim/history", PAST.replace("failed\"", "odd\""), "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client().send("POST", "/_sim/history", "{}", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(omise.simulator().books().charges()).isEmpty();
    }

    private JsonObject enter(String history) {
        return Client.json(client().send("POST", "/_sim/history", history, "application/json"));
    }

    private Client client() {
        return Client.secret(omise.simulator());
    }
}
