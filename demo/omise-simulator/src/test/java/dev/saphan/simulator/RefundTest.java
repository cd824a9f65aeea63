/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundTest {

    private final TickingClock clock = new TickingClock("2026-03-04T05:00:00Z");

    @RegisterExtension
    final OmiseSimulatorExtension omise = new OmiseSimulatorExtension(settings -> settings.clock(clock));

    @ParameterizedTest
    @CsvSource({
        // 16:15 UTC is 00:15 of the next day in GMT+8
        "alipay_cn, 2026-03-04T16:14:59Z, true",
        "alipay_cn, 2026-03-04T16:15:00Z, false",
        "alipayplus_upm, 2026-03-04T16:14:59Z, true",
        "alipayplus_upm, 2026-03-04T16:15:00Z, false",
        // midnight in Bangkok
        "installment_paynext_extra_qr, 2026-03-04T16:59:59Z, true",
        "installment_paynext_extra_qr, 2026-03-04T17:00:00Z, false",
        "atome_qr, 2026-03-04T05:00:01Z, false",
        "barcode_wechat, 2026-03-04T05:00:01Z, false",
    })
    void aFullRefundBeforeTheCutOffIsAVoid(String method, String time, boolean voided) {
        String id = paid(method);
        clock.set(time);

        JsonObject refund = refund(id, 200000);
        JsonObject charge = client().get("/charges/" + id);

        assertThat(refund.get("voided").getAsBoolean()).isEqualTo(voided);
        assertThat(refund.get("status").getAsString()).isEqualTo("closed");
        assertThat(charge.get("status").getAsString()).isEqualTo("successful");
        assertThat(charge.get("voided").getAsBoolean()).isEqualTo(voided);
        assertThat(charge.get("refunded_amount").getAsLong()).isEqualTo(200000);
        assertThat(charge.get("refundable").getAsBoolean()).isFalse();
    }

    @Test
    void aChargeMadeAfterTheCutOffRollsToTheNextOne() {
        clock.set("2026-03-04T16:15:00Z");
        String id = paid("alipayplus_upm");
        clock.set("2026-03-05T16:14:59Z");

        assertThat(refund(id, 200000).get("voided").getAsBoolean()).isTrue();
    }

    @Test
    void partsAreNeverVoids() {
        String id = paid("alipay_cn");

        assertThat(refund(id, 50000).get("voided").getAsBoolean()).isFalse();
        assertThat(refund(id, 150000).get("voided").getAsBoolean()).isFalse();
        assertThat(client().get("/charges/" + id)
                        .getAsJsonObject("refunds")
                        .get("total")
                        .getAsInt())
                .isEqualTo(2);
    }

    @Test
    void noMoreGoesBackThanIsLeft() {
        String id = paid("atome_qr");
        refund(id, 150000);

        assertThat(code(refund(id, 50001))).isEqualTo("failed_refund");
        assertThat(code(refund(id, 0))).isEqualTo("invalid_amount");
        assertThat(code(refund(id, -1))).isEqualTo("invalid_amount");
        assertThat(omise.simulator().books().refunds()).hasSize(1);
    }

    @Test
    void refundsAtTheSameMomentDoNotExceedThePayment() {
        String id = paid("atome_qr");

        long made = IntStream.range(0, 12)
                .parallel()
                .filter(i -> refund(id, 30000).get("object").getAsString().equals("refund"))
                .count();

        assertThat(made).isEqualTo(6);
        assertThat(omise.simulator().books().charge(id).refundedAmount()).isEqualTo(180000);
    }

    @Test
    void thereAreAtMostFifteenPartialRefunds() {
        String id = paid("alipay_cn");
        for (int i = 0; i < 15; i++) {
            refund(id, 100);
        }

        assertThat(code(refund(id, 100))).isEqualTo("failed_refund");
        assertThat(client().get("/charges/" + id).get("partially_refundable").getAsBoolean())
                .isFalse();
    }

    @Test
    void paynextGivesAllBackOrNothing() {
        String id = paid("installment_paynext_extra_qr");

        assertThat(client().get("/charges/" + id).get("partially_refundable").getAsBoolean())
                .isFalse();
        assertThat(code(refund(id, 100))).isEqualTo("failed_refund");
        assertThat(refund(id, 200000).get("object").getAsString()).isEqualTo("refund");
    }

    @ParameterizedTest
    @CsvSource({
        "alipay_cn, 365",
        "atome_qr, 60",
        "installment_paynext_extra_qr, 30",
        "alipayplus_upm, 365",
        "barcode_wechat, 365"
    })
    void theWindowOfTheMethodCloses(String method, int days) {
        String early = paid(method);
        String late = paid(method);
        clock.advance(Duration.ofDays(days).minusSeconds(1));
        assertThat(refund(early, 200000).get("object").getAsString()).isEqualTo("refund");
        clock.advance(Duration.ofSeconds(1));

        assertThat(client().get("/charges/" + late).get("refundable").getAsBoolean())
                .isFalse();
        assertThat(code(refund(late, 200000))).isEqualTo("failed_refund");
    }

    @Test
    void nothingGoesBackOfAnUnpaidCharge() {
        String id = client().post("/charges", form("atome_qr")).get("id").getAsString();

        assertThat(code(refund(id, 200000))).isEqualTo("failed_refund");
        assertThat(code(refund("chrg_test_0000000000000000000", 200000))).isEqualTo("not_found");
    }

    @Test
    void aRefundIsFoundAtItsChargeAndInTheAccount() {
        String id = paid("atome_qr");
        String refund = client().postJson(
                        "/charges/" + id + "/refunds", "{\"amount\": 1, \"metadata\": {\"r\": \"1\"}}")
                .get("id")
                .getAsString();

        assertThat(client().get("/charges/" + id + "/refunds/" + refund)
                        .getAsJsonObject("metadata")
                        .get("r")
                        .getAsString())
                .isEqualTo("1");
        assertThat(client().get("/charges/" + id + "/refunds").get("total").getAsInt())
                .isOne();
        assertThat(client().get("/refunds").get("total").getAsInt()).isOne();
        assertThat(client().get("/search?scope=refund").get("total").getAsInt()).isOne();
    }

    @Test
    void aRefundMayStayPendingOrVanish() {
        try (OmiseSimulator slow =
                OmiseSimulator.builder().refundsStayPending(true).start()) {
            Client client = Client.secret(slow);
            String id = client.post("/charges", form("atome_qr")).get("id").getAsString();
            slow.markAsPaid(id);
            String first = slow.refund(id, 100);
            String second = slow.refund(id, 200);

            slow.closeRefund(id, first);
            slow.dropRefund(id, second);

            assertThat(slow.books().refundsOf(id)).singleElement().satisfies(refund -> {
                assertThat(refund.id()).isEqualTo(first);
                assertThat(refund.status()).isEqualTo("closed");
            });
        }
    }

    private JsonObject refund(String id, long amount) {
        return client().post("/charges/" + id + "/refunds", "amount=" + amount);
    }

    private String paid(String method) {
        String id = client().post("/charges", form(method)).get("id").getAsString();
        omise.simulator().markAsPaid(id);
        return id;
    }

    private static String form(String method) {
        return "amount=200000&currency=THB&return_uri=https://example.com/&source[type]=" + method
                + "&source[barcode]=123456789012345678";
    }

    private Client client() {
        return Client.secret(omise.simulator());
    }

    private static String code(JsonObject error) {
        return error.get("code").getAsString();
    }
}
