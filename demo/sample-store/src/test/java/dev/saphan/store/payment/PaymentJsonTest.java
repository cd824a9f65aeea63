/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.store.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentJsonTest {

    @Test
    void readsWholeMinorUnits() {
        assertThat(money("45000")).isEqualTo(Money.ofMinor(45000, "THB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"450.5", "99999999999999999999999", "\"45000\"", "null", "true"})
    void refusesWhatIsNoWholeNumber(String amount) {
        assertThatThrownBy(() -> money(amount)).isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void aStatusOfTomorrowIsUnknownAndNotAnError() {
        Payment payment = PaymentJson.payment(PaymentJson.object("""
                {"id":"p","orderReference":"o","status":"frozen","amount":{"amount":1,"currency":"THB"},"new":[]}
                """));
        assertThat(payment.status()).isEqualTo(Payment.Status.UNKNOWN);
        assertThat(payment.nextStep().type()).isEqualTo("none");
    }

    private static Money money(String amount) {
        return PaymentJson.money(PaymentJson.object("{\"amount\":" + amount + ",\"currency\":\"THB\"}"));
    }
}
