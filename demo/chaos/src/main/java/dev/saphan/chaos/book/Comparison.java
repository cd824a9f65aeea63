/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays the three books beside each other, charge by charge, refund by refund, order by order. What counts as lost,
 * doubled, stuck and differing is told at {@link Finding.Kind}. A second success of an order is no finding if the
 * plugin shows it openly; it is counted.
 */
public final class Comparison {

    private Comparison() {}

    /** @param openDuplicates second successes that a person is shown */
    public record Result(List<Finding> findings, int openDuplicates) {

        public long count(Finding.Kind kind) {
            return findings.stream().filter(finding -> finding.kind() == kind).count();
        }

        public boolean isClean() {
            return findings.isEmpty();
        }

        /** Whether nothing is under way any more. */
        public boolean isQuiet() {
            return count(Finding.Kind.STUCK) == 0;
        }
    }

    public static Result of(Books books) {
        DoubledSuccesses doubled = DoubledSuccesses.in(books);
        List<Finding> findings = new ArrayList<>();
        Stream.of(
                        ChargeComparison.of(books),
                        RefundComparison.of(books),
                        OrderComparison.of(books),
                        UnfinishedWork.of(books),
                        doubled.findings())
                .forEach(findings::addAll);
        return new Result(List.copyOf(findings), doubled.openlyShown());
    }
}
