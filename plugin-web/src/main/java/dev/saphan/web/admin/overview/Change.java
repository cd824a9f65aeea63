/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * By how much something grew.
 *
 * @param permille empty where there was nothing before
 */
record Change(Optional<Integer> permille) {

    private static final int MOST = 9_990;

    static Change of(long now, long before) {
        if (before == 0) {
            return new Change(Optional.empty());
        }
        BigDecimal share = BigDecimal.valueOf(now - before)
                .movePointRight(3)
                .divide(BigDecimal.valueOf(before), 0, RoundingMode.HALF_UP);
        return new Change(Optional.of(share.min(BigDecimal.valueOf(MOST)).intValueExact()));
    }

    String text(Locale locale) {
        return permille.map(value -> (value > 0 ? "+" : value < 0 ? "−" : "±")
                        + (value >= MOST ? ">" : "")
                        + Numbers.percent(Math.abs(value), locale))
                .orElse("–");
    }

    /** Permille as points of a percentage, with its sign. */
    static String signed(int permille) {
        String points = BigDecimal.valueOf(Math.abs(permille), 1).toPlainString();
        return (permille > 0 ? "+" : permille < 0 ? "−" : "±") + points;
    }

    String tone(boolean moreIsGood) {
        int value = permille.orElse(0);
        return value == 0 ? "plain" : value > 0 == moreIsGood ? "good" : "bad";
    }
}
