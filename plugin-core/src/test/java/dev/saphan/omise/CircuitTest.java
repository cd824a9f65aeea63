/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When calls are let through, by what became of those before. */
class CircuitTest {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private long now = Long.MAX_VALUE - PERIOD.toNanos() / 2; // the clock of a machine begins anywhere
    private final Circuit circuit = new Circuit(PERIOD, () -> now);

    @Test
    void letsCallsThroughWhileMostAreAnswered() {
        fail(5);

        assertThat(circuit.isPassable()).isTrue();
        assertThat(circuit.pass()).isTrue();
        assertThat(circuit.pass()).as("and as many as want").isTrue();
    }

    @Test
    void opensWhenSixOfTheLastEightFailed() {
        circuit.answered();
        circuit.answered();
        fail(5);
        assertThat(circuit.isPassable()).isTrue();

        fail(1);

        assertThat(circuit.isPassable()).isFalse();
        assertThat(circuit.pass()).isFalse();
    }

    @Test
    void forgetsWhatIsLongerAgoThanEightCalls() {
        fail(5);
        IntStream.range(0, 3).forEach(call -> circuit.answered());
        fail(1);

        assertThat(circuit.isPassable()).as("the first failure is forgotten").isTrue();
    }

    @Test
    void letsOneCallThroughEachPeriodWhileItIsOpen() {
        fail(6);
        forward(PERIOD.minusNanos(1));
        assertThat(circuit.pass()).isFalse();

        forward(Duration.ofNanos(1));
        assertThat(circuit.isPassable()).isTrue();
        assertThat(circuit.pass()).isTrue();
        assertThat(circuit.pass()).as("one of them").isFalse();

        forward(PERIOD);
        assertThat(circuit.pass()).as("whatever became of the one before").isTrue();
    }

    @Test
    void aProbeThatFailsLeavesTheNextOneItsTime() {
        fail(6);
        forward(PERIOD);
        assertThat(circuit.pass()).isTrue();
        forward(PERIOD.dividedBy(2));
        fail(1);

        forward(PERIOD.dividedBy(2));

        assertThat(circuit.pass()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void theFirstAnswerClosesItAndBeginsAnew(int failuresAfterwards) {
        fail(8);
        circuit.answered();
        assertThat(circuit.isPassable()).isTrue();

        fail(failuresAfterwards);

        assertThat(circuit.isPassable()).isTrue();
        fail(6 - failuresAfterwards);
        assertThat(circuit.isPassable()).isFalse();
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(call -> circuit.failed());
    }

    private void forward(Duration duration) {
        now += duration.toNanos();
    }
}
