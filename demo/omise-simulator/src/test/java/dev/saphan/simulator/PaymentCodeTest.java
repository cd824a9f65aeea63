/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.saphan.simulator.code.Outcome;
import dev.saphan.simulator.control.Books;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentCodeTest {

    @RegisterExtension
    static final OmiseSimulatorExtension OMISE = new OmiseSimulatorExtension();

    @ParameterizedTest
    @CsvSource({
        "alipayplus_upm, APPROVE, successful, ''",
        "barcode_wechat, APPROVE, successful, ''",
        "alipayplus_upm, INSUFFICIENT_FUNDS, failed, insufficient_fund",
        "barcode_wechat, INSUFFICIENT_FUNDS, failed, insufficient_balance",
        "alipayplus_upm, DECLINE, failed, payment_rejected",
        "barcode_wechat, DECLINE, failed, payment_rejected",
    })
    void theCodeSaysWhatHappens(String method, Outcome outcome, String status, String failure) {
        String code = OMISE.simulator().paymentCode(method, outcome);

        JsonObject charge = scan(method, code);
        Books.Charge settled = settled(charge);

        assertThat(charge.get("status").getAsString()).isEqualTo("pending");
        assertThat(settled.status()).isEqualTo(status);
        assertThat(settled.failureCode()).isEqualTo(failure.isEmpty() ? null : failure);
    }

    @ParameterizedTest
    @CsvSource({"alipayplus_upm, 28\\d{17}", "barcode_wechat, 1[0-5]\\d{16}"})
    void codesLookLikeThoseOfTheWallets(String method, String pattern) {
        assertThat(OMISE.simulator().paymentCode(method, Outcome.APPROVE)).matches(pattern);
    }

    @Test
    void theShopperIsAskedFirst() {
        String code = OMISE.simulator().paymentCode("alipayplus_upm", Outcome.CONFIRM);
        String id = scan("alipayplus_upm", code).get("id").getAsString();
        assertThat(OMISE.simulator().books().charge(id).status()).isEqualTo("pending");

        OMISE.simulator().approveInWallet(id);

        assertThat(OMISE.simulator().books().charge(id).status()).isEqualTo("successful");
    }

    @Test
    void decliningIsWordedAsTheMethodDoes() {
        String code = OMISE.simulator().paymentCode("barcode_wechat", Outcome.CONFIRM);
        String id = scan("barcode_wechat", code).get("id").getAsString();

        OMISE.simulator().declineInWallet(id);

        assertThat(OMISE.simulator().books().charge(id).failureCode()).isEqualTo("payment_cancelled");
    }

    @Test
    void aCodeWorksOnce() {
        String code = OMISE.simulator().paymentCode("alipayplus_upm", Outcome.APPROVE);

        assertThat(settled(scan("alipayplus_upm", code)).status()).isEqualTo("successful");
        assertThat(settled(scan("alipayplus_upm", code)).failureCode()).isEqualTo("payment_rejected");
    }

    @Test
    void aCodeOfNobodyWaitsAndMayBeUsedAgain() {
        String code = "2897991359827699709";
        String first = scan("alipayplus_upm", code).get("id").getAsString();
        String second = scan("alipayplus_upm", code).get("id").getAsString();

        OMISE.simulator().markAsPaid(second);

        assertThat(OMISE.simulator().books().charge(first).status()).isEqualTo("pending");
        assertThat(OMISE.simulator().books().charge(second).status()).isEqualTo("successful");
    }

    private static JsonObject scan(String method, String code) {
        return Client.secret(OMISE.simulator())
                .post("/charges", "amount=50000&currency=THB&source[type]=" + method + "&source[barcode]=" + code);
    }

    /** The wallet answers after Omise's answer is out. */
    private static Books.Charge settled(JsonObject charge) {
        String id = charge.get("id").getAsString();
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        Books.Charge entry = OMISE.simulator().books().charge(id);
        while (entry.status().equals("pending") && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            entry = OMISE.simulator().books().charge(id);
        }
        return entry;
    }
}
