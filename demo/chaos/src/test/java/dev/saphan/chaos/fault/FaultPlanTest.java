/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

    private static final List<FaultKind> ALL = FaultKind.all().toList();
    private static final Duration SHORTEST = Duration.ofSeconds(75);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(plan(7, SHORTEST)).isEqualTo(plan(7, SHORTEST)).isNotEqualTo(plan(8, SHORTEST));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hasEveryKindInTheShortestRunWhileThereIsLoad(long seed) {
        List<PlannedFault> faults = plan(seed, SHORTEST).faults();

        assertThat(faults).extracting(PlannedFault::kind).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(faults).extracting(PlannedFault::at).isSorted().allMatch(at -> at.compareTo(SHORTEST) < 0);
    }

    @Test
    void hasEveryKindManyTimesInALongRun() {
        assertThat(plan(1, Duration.ofMinutes(10)).faults()).hasSize(8 * ALL.size());
    }

    private static FaultPlan plan(long seed, Duration length) {
        return FaultPlan.draw(new SplittableRandom(seed), length, ALL);
    }
}
