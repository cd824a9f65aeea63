/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.money.Money;
import dev.saphan.reconciliation.DayTotals;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountingFilesTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    @ParameterizedTest
    @CsvSource({"THB, 150000, 1500.00", "JPY, 12345, 12345", "KWD, 12345, 12.345"})
    void writesAmountsInMajorUnitsWithTheCurrencysDecimals(String currency, long minor, String written) {
        List<Object> row = AccountingFiles.day(day(Money.ofMinor(minor, currency), Optional.empty()), BANGKOK);

        assertThat(row).hasSameSizeAs(AccountingFiles.DAYS);
        assertThat(row.get(AccountingFiles.DAYS.indexOf("currency"))).isEqualTo(currency);
        assertThat(row.get(AccountingFiles.DAYS.indexOf("paid"))).hasToString(written);
        assertThat(row.get(AccountingFiles.DAYS.indexOf("date"))).hasToString("2026-03-02");
    }

    @Test
    void leavesACellEmptyWhereOmiseDoesNotTell() {
        Money paid = Money.ofMinor(150_000, "THB");

        assertThat(AccountingFiles.day(day(paid, Optional.empty()), BANGKOK).get(AccountingFiles.DAYS.indexOf("net")))
                .isEqualTo("");
        assertThat(AccountingFiles.day(day(paid, Optional.of(Money.ofMinor(-4_655, "THB"))), BANGKOK)
                        .get(AccountingFiles.DAYS.indexOf("net")))
                .hasToString("-46.55");
    }

    private static DayTotals day(Money paid, Optional<Money> net) {
        Money nothing = Money.zero(paid.currency());
        return new DayTotals(LocalDate.parse("2026-03-02"), 1, paid, 0, 0, nothing, net.map(told -> nothing), net, net);
    }
}
