/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.overview.AttemptsCounted.Group;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.FailureCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutcomeTallyTest {

    @Test
    void whatIsUnderWayIsNoOutcome() {
        OutcomeTally tally = new OutcomeTally()
                .add(List.of(
                        paid("a", 10, 3),
                        ended("a", AttemptStatus.FAILED, FailureCode.REJECTED, 1),
                        ended("b", AttemptStatus.PENDING, null, 7)));

        assertThat(tally.success()).isEqualTo(new Success(3, 4));
        assertThat(tally.success().permille()).isEqualTo(750);
        assertThat(tally.methods()).extracting(MethodSuccess::method).containsExactly("a");
    }

    @Test
    void theMostFrequentFailureStandsFirst() {
        OutcomeTally tally = new OutcomeTally()
                .add(List.of(
                        ended("a", AttemptStatus.FAILED, FailureCode.REJECTED, 1),
                        ended("b", AttemptStatus.FAILED, FailureCode.REJECTED, 1),
                        ended("a", AttemptStatus.EXPIRED, FailureCode.EXPIRED, 5),
                        ended("a", AttemptStatus.REVERSED, null, 1)));

        assertThat(tally.failures())
                .containsExactly(
                        new FailureCount(FailureCode.EXPIRED, 5),
                        new FailureCount(FailureCode.REJECTED, 2),
                        new FailureCount(FailureCode.OTHER, 1));
    }

    @Test
    void theMedianIsATimeThatSomebodyTook() {
        OutcomeTally tally =
                new OutcomeTally().add(List.of(paid("a", 10, 5), paid("a", 20, 4), paid("a", 300, 1), paid("b", 7, 1)));

        assertThat(tally.methods())
                .extracting(MethodSuccess::timeToPay)
                .containsExactly(
                        Optional.of(new TimeToPay(Duration.ofSeconds(10), Duration.ofSeconds(20))),
                        Optional.of(new TimeToPay(Duration.ofSeconds(7), Duration.ofSeconds(7))));
    }

    @Test
    void percentilesAreThoseOfTheNearestRank() {
        var counts = new TreeMap<Duration, Long>();
        for (int i = 1; i <= 20; i++) {
            counts.put(Duration.ofSeconds(i), 1L);
        }

        assertThat(TimeToPay.percentile(counts, 50)).hasSeconds(10);
        assertThat(TimeToPay.percentile(counts, 90)).hasSeconds(18);
        assertThat(TimeToPay.percentile(counts, 95)).hasSeconds(19);
        assertThat(TimeToPay.percentile(counts, 100)).hasSeconds(20);
    }

    private static Group paid(String method, int seconds, long count) {
        return new Group(
                method, AttemptStatus.SUCCESSFUL, Optional.empty(), Optional.of(Duration.ofSeconds(seconds)), count);
    }

    private static Group ended(
            String method, AttemptStatus status, @org.jspecify.annotations.Nullable FailureCode failure, long count) {
        return new Group(method, status, Optional.ofNullable(failure), Optional.empty(), count);
    }
}
