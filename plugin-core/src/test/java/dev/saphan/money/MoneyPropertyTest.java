/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whole minor units of every kind of currency: none, two and three decimals. */
class MoneyPropertyTest {

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("JPY", "KRW", "THB", "SGD", "MYR", "USD", "KWD", "BHD")
                .map(Currency::getInstance);
    }

    @Property
    void comesBackFromMajorUnitsExactly(@ForAll long minor, @ForAll("currencies") Currency currency) {
        Money money = new Money(minor, currency);

        assertThat(Money.ofMajor(money.majorUnits(), currency)).isEqualTo(money);
        assertThat(money.majorUnits().scale()).isEqualTo(currency.getDefaultFractionDigits());
    }

    @Property
    void isToldInText(@ForAll long minor, @ForAll("currencies") Currency currency) {
        String told = new Money(minor, currency).toString();

        assertThat(Money.ofMajor(new BigDecimal(told.substring(4)), Currency.getInstance(told.substring(0, 3))))
                .isEqualTo(new Money(minor, currency));
    }

    @Property
    void showsEveryDigitToPeople(@ForAll @LongRange(min = 0) long minor, @ForAll("currencies") Currency currency) {
        Money money = new Money(minor, currency);

        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.JAPANESE, Locale.forLanguageTag("th")}) {
            assertThat(money.format(locale).replaceAll("\\D", ""))
                    .isEqualTo(money.majorUnits().toPlainString().replace(".", ""));
        }
    }

    @Property
    void refusesOneDecimalMoreThanTheCurrencyHas(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long minor,
            @ForAll("currencies") Currency currency) {
        BigDecimal finer = BigDecimal.valueOf(minor * 10 + 1, currency.getDefaultFractionDigits() + 1);

        assertThatThrownBy(() -> Money.ofMajor(finer, currency)).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void isTheSameAfterAddingAndTakingAway(
            @ForAll long one, @ForAll long other, @ForAll("currencies") Currency currency) {
        Money money = new Money(one, currency);
        Money more = new Money(other, currency);
        boolean fits =
                BigDecimal.valueOf(one).add(BigDecimal.valueOf(other)).compareTo(BigDecimal.valueOf(one + other)) == 0;

        if (fits) {
            assertThat(money.plus(more).minus(more)).isEqualTo(money);
            assertThat(money.plus(more)).isEqualTo(more.plus(money));
        } else {
            assertThatThrownBy(() -> money.plus(more)).isInstanceOf(ArithmeticException.class);
        }
    }
}
