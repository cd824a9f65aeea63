/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.overview.Success;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Counts and shares as the reader's locale writes them. */
final class Numbers {

    private Numbers() {}

    static String whole(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** To a tenth of a percent; a dash where nothing came to an end. */
    static String rate(Success success, Locale locale) {
        return success.isKnown() ? percent(success.permille(), locale) : "–";
    }

    static String percent(int permille, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(BigDecimal.valueOf(permille, 3));
    }
}
