/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.wallet;

import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.method.Methods;
import java.util.List;
import java.util.stream.Stream;

/** An instalment plan that the wallet offers; Omise never hears which one was picked. Minor units. */
public record Plan(int months, String monthlyRate, long monthly) {

    static List<Plan> plansFor(Charge charge) {
        if (!charge.source().type().equals(Methods.PAYNEXT_QR)) {
            return List.of();
        }
        long amount = charge.terms().amount();
        return Stream.of(plan(amount, 3, 0), plan(amount, 6, 80), plan(amount, 10, 125))
                .toList();
    }

    /** Flat interest in hundredths of a percent a month, rounded up to a whole unit. */
    private static Plan plan(long amount, int months, int hundredths) {
        long total = amount + ceilDiv(Math.multiplyExact(amount * months, hundredths), 10_000);
        return new Plan(months, hundredths / 100 + "." + "%02d".formatted(hundredths % 100), ceilDiv(total, months));
    }

    private static long ceilDiv(long amount, long parts) {
        return (amount + parts - 1) / parts;
    }
}
