/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import dev.saphan.chaos.book.BookReader;
import dev.saphan.chaos.book.Books;
import dev.saphan.chaos.book.Comparison;
import dev.saphan.chaos.book.Finding;
import dev.saphan.chaos.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Waits after the last fault until nothing is under way, at most {@link #LONGEST}: a charge that never reached Omise is
 * called absent after three minutes, and messages to the store are sent again within five. What still waits for a
 * shopper who will not come is expired at Omise. Quiet is believed when two looks in a row find the same.
 */
final class Settling {

    static final Duration LONGEST = Duration.ofMinutes(8);
    /** Longer than the store waits before it asks again what was not answered. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(6);

    private static final Duration BETWEEN_TELLINGS = Duration.ofSeconds(20);

    private final Cluster cluster;
    private final Http http;
    private final BookReader reader;
    private final Consumer<String> log;

    Settling(Cluster cluster, Http http, Consumer<String> log) {
        this.cluster = cluster;
        this.http = http;
        this.reader = new BookReader(cluster, http);
        this.log = log;
    }

    /** The books when they have come to rest, or as they are when the time is over. */
    Books await() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long told = begin;
        Books before = reader.read();
        while (System.nanoTime() - begin < LONGEST.toNanos()) {
            expirePending(before);
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            Books now = reader.read();
            Comparison.Result result = Comparison.of(now);
            if (result.isQuiet() && now.equals(before)) {
                return now;
            }
            if (System.nanoTime() - told > BETWEEN_TELLINGS.toNanos()) {
                told = System.nanoTime();
                log.accept("waiting for " + result.count(Finding.Kind.STUCK) + " things to settle");
            }
            before = now;
        }
        return before;
    }

    private void expirePending(Books books) throws IOException {
        for (var charge : books.omise().charges()) {
            if (charge.status().equals("pending")) {
                http.postJson(cluster.simulatorUrl() + "/_sim/charges/" + charge.id() + "/expire_now", "{}");
            }
        }
    }
}
