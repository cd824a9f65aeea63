/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes in is let out or refused, and nothing that it took is kept. */
class CallGuardTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration USUAL = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final OmiseAnswer ANSWER = new OmiseAnswer(200, "{}", Optional.empty());

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch omise = new CountDownLatch(1);

    @AfterEach
    void stop() {
        omise.countDown();
        callers.shutdown();
    }

    @Test
    void goesOnAfterTenTimesAsManyWereRefusedAsItHolds() throws Exception {
        CallGuard guard = new CallGuard(4, new Circuit(NEVER), USUAL);
        List<Future<?>> holding = start(guard, 4, LONG);
        eventually(() -> assertThat(guard.free()).isZero());

        List<Future<?>> refused = start(guard, 40, Duration.ofMillis(20));
        for (Future<?> caller : refused) {
            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(() -> caller.get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(GatewayFault.NotLetOut.class);
        }
        omise.countDown();
        for (Future<?> caller : holding) {
            caller.get(10, TimeUnit.SECONDS);
        }

        assertThat(guard.free()).isEqualTo(4);
        assertThat(guard.isPassable()).isTrue();
        assertThat(ask(guard)).isEqualTo(ANSWER);
    }

    @Test
    void givesThePermitBackWhateverBecomesOfTheCall() {
        CallGuard guard = new CallGuard(2, new Circuit(NEVER), USUAL);
        List<Runnable> ends = List.of(
                () -> guard.call(LONG, left -> ANSWER),
                () -> guard.call(LONG, left -> {
                    throw new GatewayFault.NoAnswer("reset");
                }),
                () -> guard.call(LONG, left -> {
                    throw new IllegalStateException("a fault of ours");
                }),
                () -> guard.call(LONG, left -> {
                    throw new StackOverflowError();
                }));
        for (int round = 0; round < 5; round++) {
            for (Runnable end : ends) {
                try {
                    end.run();
                } catch (RuntimeException | StackOverflowError e) {
                    assertThat(guard.free()).isEqualTo(2);
                }
            }
        }

        assertThat(guard.free()).isEqualTo(2);
    }

    @Test
    void givesThePermitBackWhenTheCircuitRefusesAfterTheWait() {
        Circuit circuit = new Circuit(Duration.ofDays(1));
        CallGuard guard = new CallGuard(1, circuit, USUAL);
        IntStream.range(0, 8).forEach(number -> circuit.failed());

        for (int call = 0; call < 10; call++) {
            assertThatExceptionOfType(GatewayFault.NotLetOut.class)
                    .isThrownBy(() -> ask(guard))
                    .withMessage("circuit open");
        }

        assertThat(guard.free()).isEqualTo(1);
    }

    @Test
    void letsACallerWaitForAPermitAndGivesItWhatIsLeftOfItsTime() throws Exception {
        CallGuard guard = new CallGuard(1, new Circuit(NEVER), USUAL);
        List<Future<?>> holding = start(guard, 1, LONG);
        eventually(() -> assertThat(guard.free()).isZero());
        AtomicInteger left = new AtomicInteger();
        Future<OmiseAnswer> waiting = callers.submit(() -> guard.call(LONG, remaining -> {
            left.set((int) remaining.toMillis());
            return ANSWER;
        }));

        omise.countDown();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(ANSWER);
        assertThat(left.get()).isPositive().isLessThanOrEqualTo((int) LONG.toMillis());
        holding.get(0).get(10, TimeUnit.SECONDS);
    }

    @Test
    void refusesAtOnceWhenTooManyWait() throws Exception {
        CallGuard guard = new CallGuard(1, new Circuit(NEVER), USUAL);
        List<Future<?>> holding = start(guard, 3, LONG);
        eventually(() -> assertThat(guard.isPassable()).isFalse());

        assertThatExceptionOfType(GatewayFault.NotLetOut.class).isThrownBy(() -> ask(guard));

        omise.countDown();
        for (Future<?> caller : holding) {
            caller.get(10, TimeUnit.SECONDS);
        }
        assertThat(guard.isPassable()).isTrue();
    }

    @Test
    void learnsNothingFromThoseWhoGiveUpFarEarlierThanUsual() {
        Circuit circuit = new Circuit(NEVER);
        CallGuard guard = new CallGuard(4, circuit, USUAL);

        for (int i = 0; i < 20; i++) {
            giveUpAfter(guard, Duration.ofMillis(20));
        }
        assertThat(circuit.isPassable()).as("the hasty").isTrue();

        CallGuard hasty = new CallGuard(4, circuit, Duration.ofMillis(20));
        for (int i = 0; i < 100 && circuit.isPassable(); i++) { // one that was held up on its way in counts as hasty
            giveUpAfter(hasty, Duration.ofMillis(20));
        }
        assertThat(circuit.isPassable())
                .as("the same where it is the usual time")
                .isFalse();
    }

    @Test
    void countsAFailureThatCameBeforeTheTimeWasOver() {
        Circuit circuit = new Circuit(NEVER);
        CallGuard guard = new CallGuard(4, circuit, USUAL);

        for (int i = 0; i < 6; i++) {
            assertThatExceptionOfType(GatewayFault.NoAnswer.class)
                    .isThrownBy(() -> guard.call(Duration.ofMillis(400), left -> {
                        throw new GatewayFault.NoAnswer("status 500");
                    }));
        }

        assertThat(circuit.isPassable()).isFalse();
    }

    private static void giveUpAfter(CallGuard guard, Duration timeout) {
        assertThatExceptionOfType(GatewayFault.NoAnswer.class)
                .isThrownBy(() -> guard.call(timeout, left -> {
                    long until = System.nanoTime() + left.toNanos();
                    while (System.nanoTime() < until) {
                        LockSupport.parkNanos(until - System.nanoTime());
                    }
                    throw new GatewayFault.NoAnswer("timed out");
                }));
    }

    @Test
    void findsOutThatOmiseAnswersAgainWhileAnEarlierCallStillHangs() throws Exception {
        Circuit circuit = new Circuit(Duration.ofMillis(1));
        CallGuard guard = new CallGuard(4, circuit, USUAL);
        List<Future<?>> hanging = start(guard, 2, LONG);
        eventually(() -> assertThat(guard.free()).isEqualTo(2));
        IntStream.range(0, 8).forEach(number -> circuit.failed());

        eventually(() -> assertThat(ask(guard)).isEqualTo(ANSWER));

        assertThat(ask(guard)).isEqualTo(ANSWER);
        assertThat(hanging).noneMatch(Future::isDone);
    }

    @Test
    void refusesWhoeverIsInterruptedAndLeavesThemInterrupted() {
        CallGuard guard = new CallGuard(1, new Circuit(NEVER), USUAL);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(GatewayFault.NotLetOut.class)
                .isThrownBy(() -> ask(guard))
                .withMessage("too many calls at once");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(guard.free()).isEqualTo(1);
        assertThat(ask(guard)).isEqualTo(ANSWER);
    }

    @Test
    void isNotPassableWhileTheCircuitIsOpenHoweverFreeItIs() {
        Circuit circuit = new Circuit(NEVER);
        CallGuard guard = new CallGuard(4, circuit, USUAL);
        IntStream.range(0, 8).forEach(number -> circuit.failed());

        assertThat(guard.free()).isEqualTo(4);
        assertThat(guard.isPassable()).isFalse();
    }

    @Test
    void isPassableWhileAllAreOutAndNobodyWaits() throws Exception {
        CallGuard guard = new CallGuard(2, new Circuit(NEVER), USUAL);
        List<Future<?>> holding = start(guard, 2, LONG);
        eventually(() -> assertThat(guard.free()).isZero());

        assertThat(guard.isPassable()).isTrue();

        omise.countDown();
        for (Future<?> caller : holding) {
            caller.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void anAnswerClosesTheCircuit() {
        AtomicLong nanos = new AtomicLong();
        Circuit circuit = new Circuit(USUAL, nanos::get);
        CallGuard guard = new CallGuard(1, circuit, USUAL);
        IntStream.range(0, 8).forEach(number -> circuit.failed());
        nanos.addAndGet(USUAL.toNanos());

        assertThat(ask(guard)).as("the probe").isEqualTo(ANSWER);

        assertThat(ask(guard)).as("another right after it").isEqualTo(ANSWER);
    }

    @Test
    void takesACallThatWasNotMadeForNoFailureOfOmises() {
        Circuit circuit = new Circuit(NEVER);
        CallGuard guard = new CallGuard(1, circuit, USUAL);
        for (int call = 0; call < 8; call++) {
            assertThatExceptionOfType(GatewayFault.NotLetOut.class)
                    .isThrownBy(() -> guard.call(LONG, left -> {
                        throw new GatewayFault.NotLetOut("no time left");
                    }));
        }

        assertThat(circuit.isPassable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PT0.4S,PT0.1S", "PT4S,PT1S", "PT8S,PT2S", "PT20S,PT2S"})
    void leavesMostOfTheTimeToOmise(Duration timeout, Duration longestWait) {
        assertThat(CallGuard.longestWait(timeout)).isEqualTo(longestWait);
    }

    @Test
    void givesACallThatNeedNotWaitItsWholeTime() {
        CallGuard guard = new CallGuard(1, new Circuit(NEVER), USUAL);

        assertThat(guard.<Duration>call(LONG, left -> left)).isBetween(LONG.dividedBy(2), LONG);
    }

    private static OmiseAnswer ask(CallGuard guard) {
        return guard.call(LONG, left -> ANSWER);
    }

    /** Callers that get no answer before the latch is open. */
    private List<Future<?>> start(CallGuard guard, int count, Duration timeout) {
        return IntStream.range(0, count)
                .<Future<?>>mapToObj(number -> callers.submit(() -> guard.call(timeout, left -> {
                    try {
                        omise.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return ANSWER;
                })))
                .toList();
    }
}
