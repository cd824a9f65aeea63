/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.money.Money;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as people type them. */
class AmountTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1500        | THB | 150000
                    1500.5      | THB | 150050
                    1,500.50    | THB | 150050
                    ' 0.01 '    | THB | 1
                    0.10        | THB | 10
                    1500        | JPY | 1500
                    1500.00     | JPY | 1500
                    1.234       | KWD | 1234
                    """)
    void readsItExactly(String typed, String currency, long minorUnits) {
        assertThat(AmountText.read(typed, Currency.getInstance(currency)).amount())
                .isEqualTo(Money.ofMinor(minorUnits, currency));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                | THB | amount.missing
                    0                 | THB | amount.zero
                    0.00              | THB | amount.zero
                    1.005             | THB | amount.decimals
                    1500.5            | JPY | amount.decimals
                    -5                | THB | amount.malformed
                    1e3               | THB | amount.malformed
                    15,00             | THB | amount.malformed
                    1.500,50          | THB | amount.malformed
                    ฿500              | THB | amount.malformed
                    NaN               | THB | amount.malformed
                    99999999999999999 | THB | amount.malformed
                    """)
    void saysWhatIsWrongWithIt(String typed, String currency, String problem) {
        AmountText.Reading reading = AmountText.read(typed, Currency.getInstance(currency));

        assertThat(reading.isAmount()).isFalse();
        assertThat(reading.problem()).isEqualTo(problem);
    }
}
