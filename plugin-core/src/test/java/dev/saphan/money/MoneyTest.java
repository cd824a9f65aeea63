/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"THB,150050,1500.50", "JPY,1500,1500", "KWD,1500,1.500", "SGD,-5,-0.05"})
    void hasTheDecimalsOfItsCurrency(String currency, long minor, String major) {
        assertThat(Money.ofMinor(minor, currency).majorUnits()).hasToString(major);
    }

    @Test
    void refusesToAddAcrossCurrencies() {
        Money baht = Money.ofMinor(1, "THB");

        assertThatThrownBy(() -> baht.plus(Money.ofMinor(1, "SGD")))
                .isInstanceOf(CurrencyMismatch.class)
                .hasMessageContaining("THB 0.01")
                .hasMessageContaining("SGD 0.01");
    }

    @Test
    void refusesASumThatDoesNotFit() {
        Money most = Money.ofMinor(Long.MAX_VALUE, "THB");

        assertThatThrownBy(() -> most.plus(Money.ofMinor(1, "THB"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesACurrencyWithoutMinorUnit() {
        assertThatThrownBy(() -> Money.ofMinor(1, "XAU")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWrittenAsTheReaderExpects() {
        assertThat(Money.ofMinor(150_050, "THB").format(Locale.forLanguageTag("th")))
                .contains("1,500.50");
        assertThat(Money.ofMinor(1500, "JPY").format(Locale.JAPANESE))
                .contains("1,500")
                .doesNotContain(".");
    }

    @Test
    void keepsACurrencyCodeApartFromTheNumber() {
        assertThat(Money.ofMinor(159_000, "THB").format(Locale.ENGLISH)).isEqualTo("THB\u00a01,590.00");
        assertThat(Money.ofMinor(159_000, "THB").format(Locale.forLanguageTag("th")))
                .isEqualTo("฿1,590.00");
    }

    @Test
    void comparesWithinItsCurrency() {
        Money less = Money.ofMinor(99, "SGD");
        Money more = Money.ofMinor(100, "SGD");

        assertThat(less.isLessThan(more)).isTrue();
        assertThat(more.isLessThan(less)).isFalse();
        assertThat(more.isLessThan(more)).isFalse();
        assertThat(more.isGreaterThan(less)).isTrue();
        assertThat(less.isGreaterThan(more)).isFalse();
        assertThat(more.isGreaterThan(more)).isFalse();
        assertThat(less).isLessThan(more);
    }

    @Test
    void refusesToCompareAndToTakeAwayAcrossCurrencies() {
        Money yen = Money.ofMinor(5, "JPY");
        Money dinar = Money.ofMinor(5, "KWD");

        assertThatThrownBy(() -> yen.isGreaterThan(dinar)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> yen.isLessThan(dinar)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> yen.minus(dinar)).isInstanceOf(CurrencyMismatch.class);
    }

    @ParameterizedTest
    @CsvSource({"-1,false,false", "0,false,true", "1,true,false"})
    void tellsWhetherThereIsAny(long minor, boolean positive, boolean zero) {
        assertThat(Money.ofMinor(minor, "MYR").isPositive()).isEqualTo(positive);
        assertThat(Money.ofMinor(minor, "MYR").isZero()).isEqualTo(zero);
    }

    @Test
    void isNamedByItsCurrencysCode() {
        assertThat(Money.ofMinor(1, "KRW").currencyCode()).isEqualTo("KRW");
        assertThat(Money.zero(Money.ofMinor(1, "KRW").currency())).isEqualTo(Money.ofMinor(0, "KRW"));
    }

    @Test
    void showsThreeDecimalsWhereTheCurrencyHasThem() {
        assertThat(Money.ofMinor(1_500, "KWD").format(Locale.ENGLISH)).isEqualTo("KWD\u00a01.500");
        assertThat(Money.ofMinor(15_000, "JPY").format(Locale.ENGLISH)).endsWith("15,000");
    }
}
