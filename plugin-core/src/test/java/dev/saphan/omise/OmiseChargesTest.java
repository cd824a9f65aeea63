/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeFees;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Dispute;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A charge in Omise's words, read in ours. */
class OmiseChargesTest {

    private static final JsonObject WHOLE = json("""
            {"object": "charge", "id": "chrg_test_1", "livemode": true, "amount": 150000, "currency": "thb",
             "status": "successful", "source": {"type": "atome_qr",
               "scannable_code": {"image": {"download_uri": "https://api.omise.co/charges/1/documents/2/downloads/3"}}},
             "metadata": {"saphan_attempt": "att_1"}, "failure_code": "payment_rejected",
             "authorize_uri": "https://pay.omise.co/offsites/1", "created_at": "2026-03-02T05:00:00Z",
             "expires_at": "2026-03-09T05:00:00Z", "paid_at": "2026-03-02T05:01:00+07:00", "refunded_amount": 500,
             "fee": 100, "fee_vat": 7, "net": 149893, "funding_currency": "THB", "refundable": false,
             "partially_refundable": true, "dispute": {"status": "won", "amount": 300, "currency": "THB"},
             "refunds": {"object": "list", "total": 1, "data": [
               {"id": "rfnd_test_1", "amount": 500, "currency": "THB", "status": "closed", "voided": true,
                "metadata": {"saphan_refund": "ref_1"}, "created_at": "2026-03-03T05:00:00Z"}]}}
            """);

    private static final JsonObject BARE = json("""
            {"id": "chrg_test_1", "livemode": false, "amount": 700, "currency": "JPY", "status": "pending"}
            """);

    @Test
    void everythingThatOmiseTellsIsRead() {
        assertThat(OmiseCharges.charge(WHOLE.toString()))
                .isEqualTo(new Charge(
                        "chrg_test_1",
                        Mode.LIVE,
                        baht(150_000),
                        ChargeStatus.SUCCESSFUL,
                        "atome_qr",
                        Optional.of("att_1"),
                        Optional.of("payment_rejected"),
                        Optional.of(URI.create("https://pay.omise.co/offsites/1")),
                        Optional.of(URI.create("https://api.omise.co/charges/1/documents/2/downloads/3")),
                        time("2026-03-02T05:00:00Z"),
                        time("2026-03-09T05:00:00Z"),
                        time("2026-03-01T22:01:00Z"),
                        Optional.of(baht(500)),
                        Optional.of(new ChargeFees(baht(100), baht(7), baht(149_893))),
                        false,
                        Optional.of(true),
                        Optional.of(new Dispute(Dispute.Status.WON, Optional.of(baht(300)))),
                        List.of(new GatewayRefund(
                                "rfnd_test_1",
                                baht(500),
                                GatewayRefund.Status.CLOSED,
                                true,
                                Optional.of("ref_1"),
                                time("2026-03-03T05:00:00Z"))),
                        true));
    }

    @Test
    void whatOmiseDoesNotTellIsNotKnown() {
        assertThat(OmiseCharges.charge(BARE.toString()))
                .isEqualTo(new Charge(
                        "chrg_test_1",
                        Mode.TEST,
                        Money.ofMinor(700, "JPY"),
                        ChargeStatus.PENDING,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false));
    }

    @ParameterizedTest
    @CsvSource({
        "pending,PENDING",
        "successful,SUCCESSFUL",
        "failed,FAILED",
        "expired,EXPIRED",
        "reversed,REVERSED",
        "authorized,UNRECOGNISED",
        "SUCCESSFUL,UNRECOGNISED"
    })
    void aStatusThatIsNotKnownIsNoOther(String omise, ChargeStatus ours) {
        assertThat(read("/status", Json.createValue(omise)).status()).isEqualTo(ours);
    }

    @Test
    void aPaidChargeMayGoBackWhereOmiseDoesNotSay() {
        JsonObject silent = without("/refundable");

        assertThat(OmiseCharges.charge(silent.toString()).refundable()).isTrue();
        assertThat(OmiseCharges.charge(OddBodies.with(silent, "/status", Json.createValue("failed"))
                                .toString())
                        .refundable())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fee", "/fee_vat", "/net"})
    void feesAreToldWholeOrNotAtAll(String missing) {
        assertThat(OmiseCharges.charge(without(missing).toString()).fees()).isEmpty();
    }

    @Test
    void feesInTheCurrencyOfTheFundingAreNotThoseOfTheCharge() {
        assertThat(read("/funding_currency", Json.createValue("SGD")).fees()).isEmpty();
        assertThat(read("/funding_currency", JsonValue.TRUE).fees())
                .as("nobody knows")
                .isEmpty();
        assertThat(OmiseCharges.charge(without("/funding_currency").toString()).fees())
                .as("nothing was converted")
                .isPresent();
    }

    @Test
    void aDisputeAboutNothingTellsNoAmount() {
        assertThat(read("/dispute/amount", Json.createValue(0))
                        .dispute()
                        .orElseThrow()
                        .amount())
                .isEmpty();
        assertThat(read("/dispute/amount", Json.createValue(1))
                        .dispute()
                        .orElseThrow()
                        .amount())
                .contains(baht(1));
    }

    @Test
    void theAmountOfADisputeInAnotherCurrencyIsNotKnown() {
        assertThat(read("/dispute/currency", Json.createValue("SGD")).dispute())
                .contains(new Dispute(Dispute.Status.WON, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"won,WON", "lost,LOST", "open,OPEN", "pending,OPEN", "closed,OPEN"})
    void aDisputeIsOpenUntilSomebodyWon(String omise, Dispute.Status ours) {
        assertThat(read("/dispute/status", Json.createValue(omise))
                        .dispute()
                        .orElseThrow()
                        .status())
                .isEqualTo(ours);
    }

    @Test
    void aListOfRefundsThatIsNoneLeavesTheChargeReadable() {
        assertThat(read("/refunds/data", JsonValue.TRUE)).satisfies(charge -> {
            assertThat(charge.refunds()).isEmpty();
            assertThat(charge.tellsAllRefunds()).isFalse();
        });
    }

    @Test
    void refundsAreAllToldWhereTheListIsNotCut() {
        assertThat(read("/refunds/total", Json.createValue(2)).tellsAllRefunds())
                .isFalse();
        assertThat(read("/refunds/total", Json.createValue(0)).tellsAllRefunds())
                .isTrue();
        assertThat(OmiseCharges.charge(without("/refunds/total").toString()).tellsAllRefunds())
                .isTrue();
    }

    @Test
    void aRefundThatDoesNotSayItsCurrencyIsInThatOfItsCharge() {
        assertThat(OmiseCharges.charge(without("/refunds/data/0/currency").toString())
                        .refunds())
                .singleElement()
                .satisfies(refund -> assertThat(refund.amount()).isEqualTo(baht(500)));
    }

    @Test
    void anotherChargeThanTheOneAskedForIsNoAnswer() {
        assertThat(OmiseCharges.charge(BARE.toString(), "chrg_test_1").id()).isEqualTo("chrg_test_1");
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> OmiseCharges.charge(BARE.toString(), "chrg_test_2"));
    }

    private static Charge read(String field, JsonValue value) {
        return OmiseCharges.charge(OddBodies.with(WHOLE, field, value).toString());
    }

    private static JsonObject without(String field) {
        return Json.createPointer(field).remove(WHOLE);
    }

    private static Money baht(long satang) {
        return Money.ofMinor(satang, "THB");
    }

    private static Optional<Instant> time(String text) {
        return Optional.of(Instant.parse(text));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
