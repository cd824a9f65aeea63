/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import dev.saphan.chaos.book.Books;
import dev.saphan.chaos.book.Comparison;
import dev.saphan.chaos.book.Finding;
import dev.saphan.chaos.fault.FaultCounts;
import dev.saphan.chaos.fault.FaultKind;
import dev.saphan.chaos.load.Operation;
import dev.saphan.chaos.load.Operations;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a run showed.
 *
 * @param settling how long it took after the last fault until nothing was under way any more
 */
public record Report(
        Options options,
        Operations operations,
        FaultCounts faults,
        Books books,
        Comparison.Result result,
        Duration settling) {

    public boolean isClean() {
        return result.isClean();
    }

    /** For a console. */
    public String text() {
        StringBuilder text = new StringBuilder("\n");
        head(text, "operations", operations.total());
        Stream.of(Operation.values()).forEach(one -> line(text, one.text(), operations.of(one)));
        head(text, "faults injected", faults.total());
        Stream.of(FaultKind.values()).forEach(one -> line(text, one.text(), faults.of(one)));
        head(text, "books", books.omise().charges().size());
        line(text, "charges at Omise", books.omise().charges().size());
        line(text, "successful ones", successful());
        line(text, "refunds at Omise", books.omise().refunds().size());
        line(text, "payments in the plugin", books.payments().payments().size());
        line(text, "orders in the store", books.store().orders().size());
        line(text, "second successes, shown openly", result.openDuplicates());
        head(text, "findings", result.findings().size());
        Stream.of(Finding.Kind.values()).forEach(kind -> line(text, kind.text(), result.count(kind)));
        result.findings().forEach(finding -> text.append("\n  ").append(finding));
        text.append("\n\n  settled ")
                .append(settling.toSeconds())
                .append(" s after the last fault; seed ")
                .append(options.seed());
        return text.append(isClean() ? "; all books agree\n" : "; THE BOOKS DO NOT AGREE\n")
                .toString();
    }

    private long successful() {
        return books.omise().charges().stream()
                .filter(charge -> charge.status().equals("successful"))
                .count();
    }

    private static void head(StringBuilder text, String name, long count) {
        text.append("%n  %-34s %6d%n".formatted(name.toUpperCase(Locale.ROOT), count));
    }

    private static void line(StringBuilder text, String name, long count) {
        text.append("    %-32s %6d%n".formatted(name, count));
    }
}
