/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.saphan.gateway.AccountRefund;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refund in Omise's words, read in ours. */
class OmiseRefundsTest {

    private static final Currency BAHT = Currency.getInstance("THB");

    @Test
    void everythingThatOmiseTellsIsRead() {
        assertThat(read("""
                {"id": "rfnd_test_1", "charge": "chrg_test_1", "amount": 500, "currency": "SGD", "status": "pending",
                 "voided": true, "metadata": {"saphan_refund": "ref_1"}, "created_at": "2026-03-02T05:00:00Z"}
                """))
                .isEqualTo(new GatewayRefund(
                        "rfnd_test_1",
                        Money.ofMinor(500, "SGD"),
                        GatewayRefund.Status.PENDING,
                        true,
                        Optional.of("ref_1"),
                        Optional.of(Instant.parse("2026-03-02T05:00:00Z"))));
    }

    @Test
    void whatOmiseDoesNotTellIsThatOfTheChargeOrNotKnown() {
        assertThat(read("{\"id\": \"rfnd_test_1\", \"amount\": 500, \"status\": \"closed\"}"))
                .isEqualTo(new GatewayRefund(
                        "rfnd_test_1",
                        Money.ofMinor(500, "THB"),
                        GatewayRefund.Status.CLOSED,
                        false,
                        Optional.empty(),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"pending,PENDING", "closed,CLOSED", "failed,UNRECOGNISED", "Closed,UNRECOGNISED"})
    void aStatusThatIsNotKnownIsNoOther(String omise, GatewayRefund.Status ours) {
        assertThat(read("{\"id\":\"rfnd_test_1\",\"amount\":1,\"status\":\"%s\"}".formatted(omise))
                        .status())
                .isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"rfnd_test_1\",\"amount\":0,\"status\":\"closed\"}",
                "{\"id\":\"rfnd_test_1\",\"amount\":-500,\"status\":\"closed\"}",
                "{\"id\":\"rfnd_test_1\",\"amount\":500,\"status\":\"closed\",\"currency\":\"BAHT\"}",
                "{\"id\":\"rfnd_test_1\",\"amount\":500,\"status\":\"closed\",\"charge\":\"chrg_test_2\"}"
            })
    void whatIsNoRefundOfThatChargeIsNoAnswer(String body) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(body));
    }

    @Test
    void inTheListOfTheAccountEachNamesItsChargeAndItsCurrency() {
        var list = OmiseRefunds.list("""
                {"data": [
                  {"id": "rfnd_test_1", "charge": "chrg_test_1", "amount": 500, "currency": "THB", "status": "closed"},
                  {"id": "rfnd_test_2", "amount": 500, "currency": "THB", "status": "closed"},
                  {"id": "rfnd_test_3", "charge": "chrg_test_1", "amount": 500, "status": "closed"}]}
                """);

        assertThat(list.read()).extracting(AccountRefund::chargeId).containsExactly("chrg_test_1", "");
        assertThat(list.unread()).hasSize(1);
        assertThat(list.told()).isEqualTo(3);
    }

    private static GatewayRefund read(String body) {
        return OmiseRefunds.refund(body, "chrg_test_1", BAHT);
    }
}
