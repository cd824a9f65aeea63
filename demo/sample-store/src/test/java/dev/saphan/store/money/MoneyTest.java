/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void refusesToAddAnotherCurrency() {
        assertThatThrownBy(() -> Money.ofMinor(100, "THB").plus(Money.ofMinor(100, "SGD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overflowIsAnError() {
        assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE, "THB").times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void writesDecimalsOnlyWhereThereAreAny() {
        assertThat(MoneyText.of(Money.ofMinor(6000000, "THB"))).isEqualTo("฿60,000");
        assertThat(MoneyText.of(Money.ofMinor(60, "SGD"))).isEqualTo("S$0.60");
        assertThat(MoneyText.of(Money.ofMinor(1590, "MYR"))).isEqualTo("RM15.90");
    }

    @Test
    void followsTheExponentOfTheCurrency() {
        assertThat(MoneyText.of(Money.ofMinor(1500, "JPY"))).isEqualTo("JPY 1,500");
        assertThat(MoneyText.of(Money.ofMinor(1500, "KWD"))).isEqualTo("KWD 1.500");
    }
}
