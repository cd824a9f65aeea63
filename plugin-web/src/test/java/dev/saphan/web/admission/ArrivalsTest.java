/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever sends slowly gives way to those who do not. */
class ArrivalsTest {

    private final List<String> cut = new ArrayList<>();
    private long now;
    private final Arrivals arrivals = new Arrivals(() -> now);

    @Test
    void cutsTheOneThatHasBeenArrivingForLongest() {
        arrivals.begin(() -> cut.add("first"));
        now += TimeUnit.MILLISECONDS.toNanos(10);
        arrivals.begin(() -> cut.add("second"));
        now += TimeUnit.SECONDS.toNanos(1);
        arrivals.begin(() -> cut.add("third"));

        assertThat(arrivals.giveWay()).isTrue();
        assertThat(arrivals.giveWay()).isTrue();
        assertThat(arrivals.giveWay()).as("the third has only begun").isFalse();

        assertThat(cut).containsExactly("first", "second");
    }

    @Test
    void cutsNobodyWhoIsDone() {
        Arrivals.Arrival done = arrivals.begin(() -> cut.add("done"));
        now += TimeUnit.SECONDS.toNanos(1);
        done.end();
        done.end();

        assertThat(arrivals.giveWay()).isFalse();
        assertThat(cut).isEmpty();
    }
}
