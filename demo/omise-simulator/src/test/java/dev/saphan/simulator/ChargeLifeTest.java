/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeLifeTest {

    private static final String ATOME = "amount=50000&currency=THB&source[type]=atome_qr";

    private final TickingClock clock = new TickingClock("2026-03-04T05:00:00Z");

    @RegisterExtension
    final OmiseSimulatorExtension omise = new OmiseSimulatorExtension(settings -> settings.clock(clock));

    @Test
    void aMarkedChargeIsPaid() {
        String id = charge(ATOME);

        JsonObject paid = client().post("/charges/" + id + "/mark_as_paid", "");

        assertThat(text(paid, "status")).isEqualTo("successful");
        assertThat(paid.get("paid").getAsBoolean()).isTrue();
        assertThat(paid.get("authorized").getAsBoolean()).isTrue();
        assertThat(paid.get("refundable").getAsBoolean()).isTrue();
        assertThat(text(paid, "paid_at")).isEqualTo("2026-03-04T05:00:00Z");
        assertThat(text(paid, "transaction")).startsWith("trxn_test_");
        assertThat(text(paid.getAsJsonObject("source"), "charge_status")).isEqualTo("successful");
    }

    @Test
    void aChargeMarkedAsFailedHasAReason() {
        String id = charge(ATOME);

        JsonObject failed = client().post("/charges/" + id + "/mark_as_failed", "");

        assertThat(text(failed, "status")).isEqualTo("failed");
        assertThat(text(failed, "failure_code")).isEqualTo("failed_processing");
        assertThat(failed.get("failure_message").isJsonNull()).isFalse();
        assertThat(failed.get("paid").getAsBoolean()).isFalse();
    }

    @Test
    void aChargeExpiresWhenItsTimeIsOver() {
        String id = charge(ATOME);
        clock.advance(Duration.ofHours(12));

        JsonObject expired = client().get("/charges/" + id);

        assertThat(text(expired, "status")).isEqualTo("expired");
        assertThat(expired.get("expired").getAsBoolean()).isTrue();
        assertThat(text(expired, "expired_at")).isEqualTo("2026-03-04T17:00:00Z");
        assertThat(text(expired, "expires_at")).isEqualTo("2026-03-04T17:00:00Z");
        assertThat(expired.get("failure_code").isJsonNull()).isTrue();
        assertThat(text(expired.getAsJsonObject("source"), "charge_status")).isEqualTo("expired");
    }

    @Test
    void aChargeExpiresLateWhereOmiseIsLate() {
        try (OmiseSimulator late = OmiseSimulator.builder()
                .clock(clock)
                .expiryDelay(Duration.ofMinutes(3))
                .start()) {
            Client there = Client.secret(late);
            String first = text(there.post("/charges", ATOME), "id");
            String second = text(there.post("/charges", ATOME), "id");
            clock.advance(Duration.ofHours(12).plusMinutes(2));

            assertThat(text(there.get("/charges/" + first), "status")).isEqualTo("pending");
            assertThat(text(there.post("/charges/" + second + "/mark_as_paid", ""), "status"))
                    .isEqualTo("successful");
            clock.advance(Duration.ofMinutes(1));

            JsonObject expired = there.get("/charges/" + first);
            assertThat(text(expired, "status")).isEqualTo("expired");
            assertThat(text(expired, "expires_at")).isEqualTo("2026-03-04T17:03:00Z");
            assertThat(text(expired, "expired_at")).isEqualTo("2026-03-04T17:03:00Z");
        }
    }

    @Test
    void aPaidChargeHasATimeOfExpiryOnceItsTimeIsOver() {
        String id = charge(ATOME);
        omise.simulator().markAsPaid(id);
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(client().get("/charges/" + id).get("expired_at").isJsonNull())
                .isTrue();
        clock.advance(Duration.ofSeconds(1));

        JsonObject paid = client().get("/charges/" + id);

        assertThat(text(paid, "status")).isEqualTo("successful");
        assertThat(text(paid, "expired_at")).isEqualTo(text(paid, "expires_at")).isEqualTo("2026-03-04T17:00:00Z");
        assertThat(paid.get("expired").getAsBoolean()).isFalse();
    }

    @Test
    void aFailedChargeIsCalledExpiredTooOnceItsTimeIsOver() {
        String id = charge(ATOME);
        omise.simulator().markAsFailed(id, "payment_rejected");
        assertThat(client().get("/charges/" + id).get("expired").getAsBoolean()).isFalse();
        clock.advance(Duration.ofHours(13));

        JsonObject failed = client().get("/charges/" + id);

        assertThat(text(failed, "status")).isEqualTo("failed");
        assertThat(failed.get("expired").getAsBoolean()).isTrue();
        assertThat(text(failed, "failure_code")).isEqualTo("payment_rejected");
    }

    @Test
    void aSuccessCanBeTakenBack() {
        String reversed = charge(ATOME);
        String failed = charge(ATOME);
        omise.simulator().markAsPaid(reversed);
        omise.simulator().markAsPaid(failed);

        client().post("/_sim/charges/" + reversed + "/take_back", "");
        client().post("/_sim/charges/" + failed + "/take_back", "status=failed");

        JsonObject charge = client().get("/charges/" + reversed);
        assertThat(text(charge, "status")).isEqualTo("reversed");
        assertThat(charge.get("reversed").getAsBoolean()).isTrue();
        assertThat(charge.get("refundable").getAsBoolean()).isFalse();
        assertThat(text(client().get("/charges/" + failed), "status")).isEqualTo("failed");
        assertThat(omise.simulator().books().events())
                .extracting(event -> event.key())
                .endsWith("charge.reverse", "charge.complete");
        assertThat(text(client().post("/_sim/charges/" + failed + "/take_back", ""), "code"))
                .isEqualTo("invalid_charge");
    }

    @Test
    void aDisputeHoldsTheMoneyUntilItIsDecided() {
        String id = charge(ATOME);
        omise.simulator().markAsPaid(id);

        client().post("/_sim/charges/" + id + "/dispute", "amount=20000");

        JsonObject disputed = client().get("/charges/" + id);
        assertThat(disputed.getAsJsonObject("dispute").get("amount").getAsLong())
                .isEqualTo(20000);
        assertThat(text(disputed.getAsJsonObject("dispute"), "status")).isEqualTo("open");
        assertThat(disputed.get("refundable").getAsBoolean()).isFalse();
        assertThat(text(client().post("/charges/" + id + "/refunds", "amount=100"), "code"))
                .isEqualTo("failed_refund");
        client().post("/_sim/charges/" + id + "/close_dispute", "status=won");
        assertThat(text(client().get("/charges/" + id).getAsJsonObject("dispute"), "status"))
                .isEqualTo("won");
        assertThat(text(client().post("/charges/" + id + "/refunds", "amount=100"), "status"))
                .isEqualTo("closed");
        assertThat(text(client().post("/_sim/charges/" + id + "/close_dispute", "status=lost"), "code"))
                .isEqualTo("invalid_dispute");
        assertThat(omise.simulator().books().events())
                .extracting(event -> event.key())
                .contains("dispute.create", "dispute.close");
    }

    @Test
    void aPendingChargeCanBeExpiredAndAPaidOneNot() {
        String pending = charge(ATOME);
        String paid = charge(ATOME);
        omise.simulator().markAsPaid(paid);

        assertThat(text(client().post("/charges/" + pending + "/expire", ""), "status"))
                .isEqualTo("expired");
        assertThat(text(client().post("/charges/" + paid + "/expire", ""), "code"))
                .isEqualTo("failed_expire");
        assertThat(text(client().post("/charges/" + pending + "/mark_as_paid", ""), "code"))
                .isEqualTo("expired_charge");
    }

    @ParameterizedTest
    @CsvSource({
        "alipay_cn, P7D, THB, 2000, &return_uri=https://example.com/",
        "atome_qr, PT12H, THB, 2000, ''",
        "installment_paynext_extra_qr, P1D, THB, 100000, ''",
        "alipayplus_upm, P7D, MYR, 100, &source[barcode]=2897991359827699709",
        "barcode_wechat, P7D, THB, 2000, &source[barcode]=123456789012345678",
    })
    void eachMethodHasItsOwnTimeAndItsOwnSmallestAmount(
            String method, Duration life, String currency, long smallest, String more) {
        String form = "currency=" + currency + "&source[type]=" + method + more;

        JsonObject charge = client().post("/charges", form + "&amount=" + smallest);
        JsonObject refused = client().post("/charges", form + "&amount=" + (smallest - 1));

        assertThat(text(charge, "expires_at"))
                .isEqualTo(clock.instant().plus(life).toString());
        assertThat(text(refused, "code")).isEqualTo("invalid_charge");
        assertThat(text(refused, "message"))
                .isEqualTo("amount must be greater than or equal to " + smallest + " ("
                        + currency.toLowerCase(Locale.ROOT) + " subunits)");
    }

    @ParameterizedTest
    @CsvSource({
        "amount=5000001&currency=THB&source[type]=atome_qr, invalid_charge",
        "amount=50000&currency=JPY&source[type]=atome_qr, invalid_charge",
        "amount=50000&currency=SGD&source[type]=barcode_wechat&source[barcode]=123456789012345678, invalid_charge",
        "amount=50000&currency=THB&source[type]=barcode_wechat, invalid_charge",
        "amount=50000&currency=THB&source[type]=promptpay, bad_request",
        "amount=500.5&currency=THB&source[type]=atome_qr, bad_request",
        "amount=50000&currency=THB&source[type]=atome_qr&metadata=text, bad_request",
        "amount=50000&currency=THB&source=src_test_0000000000000000000, not_found",
        "amount=50000&currency=THB&source[type]=alipay_cn, invalid_charge",
        "amount=50000&currency=THB&source[type]=alipay_cn&return_uri=http://example.com/, invalid_charge",
        "amount=50000&currency=THB&source[type]=alipay_cn&return_uri=http://localhost:1/, invalid_charge",
        "amount=50000&currency=THB&source[type]=atome_qr&expires_at=2026-03-04T05:00:20Z, invalid_charge",
        "amount=50000&currency=THB&source[type]=atome_qr&expires_at=2026-03-04T17:00:01Z, invalid_charge",
        "amount=50000&currency=THB&source[type]=atome_qr&webhook_endpoints[]=http://example.com/, invalid_charge",
        "amount=50000&currency=THB&source[type]=atome_qr&webhook_endpoints[]=https://localhost/, invalid_charge",
        "amount=50000&currency=THB&source[type]=atome_qr&webhook_endpoints[]=https://10.0.0.1/, invalid_charge",
    })
    void whatIsNotAllowedIsRefused(String form, String code) {
        assertThat(text(client().post("/charges", form), "code")).isEqualTo(code);
        assertThat(omise.simulator().books().charges()).isEmpty();
    }

    @Test
    void loopbackHttpIsForTheDemoOnly() {
        try (OmiseSimulator demo =
                OmiseSimulator.builder().allowLoopbackHttp(true).start()) {
            JsonObject charge = Client.secret(demo)
                    .post(
                            "/charges",
                            "amount=50000&currency=THB&source[type]=alipay_cn&return_uri=http://localhost:1/"
                                    + "&webhook_endpoints[]=http://127.0.0.1:1/");

            assertThat(text(charge, "status")).isEqualTo("pending");
        }
    }

    @Test
    void atomeTakesAShorterTime() {
        JsonObject charge = client().post("/charges", ATOME + "&expires_at=2026-03-04T12:00:30%2B07:00");

        assertThat(text(charge, "expires_at")).isEqualTo("2026-03-04T05:00:30Z");
    }

    @Test
    void aSourceServesOneCharge() {
        String source = text(client().post("/sources", "amount=50000&currency=THB&type=atome_qr"), "id");
        String form = "amount=50000&currency=THB&source=" + source;

        JsonObject first = client().post("/charges", form);
        JsonObject second = client().post("/charges", form);

        assertThat(text(first, "object")).isEqualTo("charge");
        assertThat(text(second, "code")).isEqualTo("invalid_charge");
        assertThat(text(client().get("/sources/" + source), "charge_status")).isEqualTo("pending");
        assertThat(omise.simulator().books().charges()).hasSize(1);
    }

    @Test
    void theSourceSaysWhatIsPaid() {
        String source = text(client().post("/sources", "amount=50000&currency=THB&type=atome_qr"), "id");

        assertThat(text(client().post("/charges", "amount=50001&currency=THB&source=" + source), "code"))
                .isEqualTo("invalid_charge");
        assertThat(text(client().post("/charges", "amount=50000&currency=SGD&source=" + source), "code"))
                .isEqualTo("invalid_charge");
    }

    @Test
    void equalCallsMakeTwoCharges() {
        assertThat(charge(ATOME)).isNotEqualTo(charge(ATOME));
        assertThat(omise.simulator().requests())
                .extracting(request -> request.method() + request.path())
                .containsExactly("POST/charges", "POST/charges");
        assertThat(omise.simulator().requests().get(0).header("Authorization")).isEmpty();
    }

    @Test
    void jsonSaysTheSameAsAForm() {
        JsonObject charge = client().postJson("/charges", """
                        {"amount": 50000, "currency": "thb", "metadata": {"attempt": "a1", "n": 3},
                         "source": {"type": "atome_qr", "items": [{"name": "Tea", "amount": 50000}]}}""");

        assertThat(text(charge, "currency")).isEqualTo("THB");
        assertThat(charge.getAsJsonObject("metadata").get("n").getAsInt()).isEqualTo(3);
        assertThat(charge.getAsJsonObject("source").getAsJsonArray("items")).hasSize(1);
    }

    @Test
    void onlyDescriptionAndMetadataCanBeChanged() {
        String id = charge(ATOME);

        JsonObject changed = client().patchJson(
                        "/charges/" + id, "{\"description\": \"x\", \"metadata\": {\"a\": 1}, \"amount\": 1}");

        assertThat(text(changed, "description")).isEqualTo("x");
        assertThat(changed.getAsJsonObject("metadata").get("a").getAsInt()).isOne();
        assertThat(changed.get("amount").getAsLong()).isEqualTo(50000);
    }

    @Test
    void liveChargesAreNotMarkedByTheApi() {
        omise.simulator().add(Account.demo().withKeys("pkey_live1", "skey_live1"));
        Client live = new Client(omise.url(), "skey_live1");
        JsonObject charge = live.post("/charges", ATOME);

        assertThat(text(charge, "id")).matches("chrg_[0-9a-z]{19}");
        assertThat(text(live.post("/charges/" + text(charge, "id") + "/mark_as_paid", ""), "object"))
                .isEqualTo("error");
        assertThat(text(client().get("/charges/" + text(charge, "id")), "code")).isEqualTo("not_found");
    }

    private String charge(String form) {
        return text(client().post("/charges", form), "id");
    }

    private Client client() {
        return Client.secret(omise.simulator());
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
