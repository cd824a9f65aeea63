/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What the times say. A page may take three times as long as one payment by its id, and one and a half times as long
 * among many payments as among few.
 */
record Verdict(String baseline, Options options, List<Line> lines) {

    static final BigDecimal MOST_OF_BASELINE = new BigDecimal("3.0");
    static final BigDecimal MOST_OF_FEW = new BigDecimal("1.5");

    /**
     * One page.
     *
     * @param ofBaseline among many, against the baseline among many
     * @param ofFew among many, against the same page among few
     */
    record Line(String task, Duration few, Duration many, BigDecimal ofBaseline, BigDecimal ofFew) {

        boolean isGood() {
            return ofBaseline.compareTo(MOST_OF_BASELINE) <= 0 && ofFew.compareTo(MOST_OF_FEW) <= 0;
        }
    }

    static Verdict of(String baseline, Options options, Times few, Times many) {
        return new Verdict(
                baseline,
                options,
                many.tasks().stream()
                        .map(task -> new Line(
                                task,
                                few.median(task),
                                many.median(task),
                                ratio(many.median(task), many.median(baseline)),
                                ratio(many.median(task), few.median(task))))
                        .toList());
    }

    /** To two decimals. */
    static BigDecimal ratio(Duration taken, Duration against) {
        return BigDecimal.valueOf(taken.toNanos())
                .divide(BigDecimal.valueOf(against.toNanos()), 2, RoundingMode.HALF_UP);
    }

    boolean isGood() {
        return lines.stream().allMatch(Line::isGood);
    }

    String text() {
        StringBuilder text = new StringBuilder("""

                Medians of %d rounds, in one run, two nodes on one PostgreSQL side by side: the same shop, open for a
                few days and for a year. Every line is a page of the back office over HTTP, signed in, from the
                request to the last byte. The baseline is the page of one payment, found by its primary key.

                """.formatted(options.rounds()));
        text.append(String.format(
                Locale.ROOT,
                "%-30s %,11d %,11d %12s %12s%n",
                "page, milliseconds among",
                options.small(),
                options.large(),
                "/ baseline",
                "/ few"));
        lines.forEach(line -> text.append(String.format(
                Locale.ROOT,
                "%-30s %11s %11s %12s %12s %s%n",
                line.task(),
                milliseconds(line.few()),
                milliseconds(line.many()),
                line.ofBaseline(),
                line.ofFew(),
                line.isGood() ? "" : "TOO SLOW")));
        text.append(String.format(
                Locale.ROOT,
                "%nAllowed: %s of the baseline, %s of the same page among few. %s%n",
                MOST_OF_BASELINE,
                MOST_OF_FEW,
                isGood() ? "All within." : "Not all within."));
        return text.toString();
    }

    private static BigDecimal milliseconds(Duration taken) {
        return BigDecimal.valueOf(taken.toNanos(), 6).setScale(1, RoundingMode.HALF_UP);
    }
}
