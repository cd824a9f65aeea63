/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of amounts in steps that people count in: 1, 2 or 5 times a power of ten. What went back lies below zero.
 *
 * @param step of the axis, in minor units
 * @param above how many steps lie above zero
 * @param below how many lie below
 */
record Scale(long step, int above, int below) {

    /** Of the picture, from top to bottom. */
    static final int HEIGHT = 1000;

    private static final int STEPS = 4;

    /** @param decimals of the currency: no step is finer than one of its major units, where there are large ones */
    static Scale over(long highest, long deepest, int decimals) {
        long smallest = BigDecimal.ONE.movePointRight(decimals).longValueExact();
        long span = Math.max(Math.max(highest, deepest), smallest);
        long step = smallest;
        for (int i = 0; step * STEPS < span; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return new Scale(step, (int) Math.max(1, up(highest, step)), (int) up(deepest, step));
    }

    private static long up(long amount, long step) {
        return (amount + step - 1) / step;
    }

    /** From the top down. */
    List<Long> ticks() {
        List<Long> ticks = new ArrayList<>();
        for (long i = above; i >= -below; i--) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** How far from the top. */
    int at(long amount) {
        BigDecimal fromTop = BigDecimal.valueOf(above * step - amount).multiply(BigDecimal.valueOf(HEIGHT));
        return fromTop.divide(BigDecimal.valueOf((above + below) * step), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
