/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.method;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What Omise keeps of a charge. Rates are percentages, written as Omise writes them. */
public record Fees(String rate, String vatRate, boolean listed) {

    public long feeOf(long amount) {
        return percentage(amount, rate);
    }

    public long vatOf(long fee) {
        return percentage(fee, vatRate);
    }

    private static long percentage(long amount, String rate) {
        return BigDecimal.valueOf(amount)
                .multiply(new BigDecimal(rate))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
