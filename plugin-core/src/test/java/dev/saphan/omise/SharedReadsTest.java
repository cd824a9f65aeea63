/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many readers of one thing cost two reads, and none of them learns what was true before it asked. */
class SharedReadsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final SharedReads<String, Integer> reads = new SharedReads<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void stop() {
        answer.countDown();
        readers.shutdown();
    }

    @Test
    void readsOnceMoreForAllWhoAskedWhileARead() throws Exception {
        Future<Optional<Integer>> first = readers.submit(() -> reads.read("charge", LONG, this::slowly));
        eventually(() -> assertThat(begun).hasValue(1));
        AtomicInteger asking = new AtomicInteger();
        List<Future<Optional<Integer>>> others = IntStream.range(0, 150)
                .mapToObj(number -> readers.submit(() -> {
                    asking.incrementAndGet();
                    return reads.read("charge", LONG, this::slowly);
                }))
                .toList();
        eventually(() -> assertThat(asking).hasValue(150));

        answer.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).contains(1);
        for (Future<Optional<Integer>> other : others) {
            assertThat(other.get(10, TimeUnit.SECONDS).orElseThrow()).isGreaterThan(1);
        }
        assertThat(begun.get()).isBetween(2, 20); // a straggler may ask when the second read is over
    }

    @Test
    void readsAnewForWhoAsksAfterwards() {
        answer.countDown();

        assertThat(reads.read("charge", LONG, this::slowly)).contains(1);
        assertThat(reads.read("charge", LONG, this::slowly)).contains(2);
    }

    @Test
    void keepsDifferentThingsApart() throws Exception {
        Future<Optional<Integer>> hanging = readers.submit(() -> reads.read("charge", LONG, this::slowly));
        eventually(() -> assertThat(begun).hasValue(1));

        assertThat(reads.read("another", LONG, left -> 7)).contains(7);

        assertThat(hanging).isNotDone();
    }

    @Test
    void givesUpWhenTheReadBeforeTakesTooLongAndGoesOnLater() throws Exception {
        Future<Optional<Integer>> hanging = readers.submit(() -> reads.read("charge", LONG, this::slowly));
        eventually(() -> assertThat(begun).hasValue(1));

        assertThat(reads.read("charge", Duration.ofMillis(20), this::slowly)).isEmpty();
        assertThat(reads.read("charge", Duration.ofMillis(20), this::slowly)).isEmpty();

        answer.countDown();
        assertThat(hanging.get(10, TimeUnit.SECONDS)).contains(1);
        assertThat(reads.read("charge", LONG, this::slowly)).contains(2);
    }

    @Test
    void goesOnAfterAReadThatFailed() throws Exception {
        Future<?> failing = readers.submit(() -> reads.read("charge", LONG, left -> {
            begun.incrementAndGet();
            await();
            throw new IllegalStateException("a fault of ours");
        }));
        eventually(() -> assertThat(begun).hasValue(1));
        Future<Optional<Integer>> next = readers.submit(() -> reads.read("charge", LONG, this::slowly));

        answer.countDown();

        assertThat(next.get(10, TimeUnit.SECONDS)).contains(2);
        assertThat(failing).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void whoWaitsForAReaderThatIsInterruptedLearnsNothing() throws Exception {
        Future<Optional<Integer>> hanging = readers.submit(() -> reads.read("charge", LONG, this::slowly));
        eventually(() -> assertThat(begun).hasValue(1));
        Waiting next = inThread(() -> reads.read("charge", LONG, this::slowly) + interruption());
        Waiting listener = inThread(() -> reads.read("charge", LONG, this::slowly) + interruption());

        next.thread().interrupt();

        assertThat(next.task().get(10, TimeUnit.SECONDS)).isEqualTo("Optional.empty interrupted");
        assertThat(listener.task().get(10, TimeUnit.SECONDS)).isEqualTo("Optional.empty");
        answer.countDown();
        assertThat(hanging.get(10, TimeUnit.SECONDS)).contains(1);
        assertThat(reads.read("charge", LONG, this::slowly)).contains(2);
    }

    @Test
    void whoWaitsForAReaderThatFailsLearnsNothing() throws Exception {
        Future<Optional<Integer>> hanging = readers.submit(() -> reads.read("charge", LONG, this::slowly));
        eventually(() -> assertThat(begun).hasValue(1));
        Waiting next = inThread(() -> reads.read("charge", LONG, left -> {
                    throw new IllegalStateException("a fault of ours");
                })
                + "");
        Waiting listener = inThread(() -> reads.read("charge", LONG, this::slowly) + "");

        answer.countDown();

        assertThat(hanging.get(10, TimeUnit.SECONDS)).contains(1);
        assertThat(next.task()).failsWithin(Duration.ofSeconds(10));
        assertThat(listener.task().get(10, TimeUnit.SECONDS)).isEqualTo("Optional.empty");
    }

    @Test
    void whoWaitsHearsWhatItsReaderLearns() throws Exception {
        Future<Optional<Integer>> hanging = readers.submit(() -> reads.read("charge", LONG, this::slowly));
        eventually(() -> assertThat(begun).hasValue(1));
        Waiting next = inThread(() -> reads.read("charge", LONG, left -> 7) + "");
        Waiting listener = inThread(() -> reads.read("charge", LONG, left -> 8) + "");

        answer.countDown();

        assertThat(hanging.get(10, TimeUnit.SECONDS)).contains(1);
        assertThat(next.task().get(10, TimeUnit.SECONDS)).isEqualTo("Optional[7]");
        assertThat(listener.task().get(10, TimeUnit.SECONDS)).isEqualTo("Optional[7]");
    }

    @Test
    void whoAsksWhileTheNextReadIsUnderWayWaitsForYetAnother() throws Exception {
        CountDownLatch learnt = new CountDownLatch(1);
        Future<Optional<Integer>> first = readers.submit(() -> reads.read("charge", LONG, this::slowly));
        eventually(() -> assertThat(begun).hasValue(1));
        Waiting second = inThread(() -> reads.read("charge", LONG, left -> {
                    begun.incrementAndGet();
                    await(learnt);
                    return 7;
                })
                + "");
        answer.countDown();
        eventually(() -> assertThat(begun).hasValue(2));
        Waiting third = inThread(() -> reads.read("charge", LONG, left -> 8) + "");

        learnt.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).contains(1);
        assertThat(second.task().get(10, TimeUnit.SECONDS)).isEqualTo("Optional[7]");
        assertThat(third.task().get(10, TimeUnit.SECONDS)).isEqualTo("Optional[8]");
    }

    @Test
    void givesTheReaderWhatIsLeftOfItsTime() {
        assertThat(reads.read("charge", LONG, left -> (int) left.toSeconds()).orElseThrow())
                .isBetween(20, 30);
    }

    /** One that stands in line: it waits for another's read. */
    private record Waiting(FutureTask<String> task, Thread thread) {}

    private static Waiting inThread(Callable<String> work) {
        FutureTask<String> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "waiting");
        thread.setDaemon(true);
        thread.start();
        eventually(() -> assertThat(thread.getState()).isEqualTo(Thread.State.TIMED_WAITING));
        return new Waiting(task, thread);
    }

    private static String interruption() {
        return Thread.currentThread().isInterrupted() ? " interrupted" : "";
    }

    private int slowly(Duration left) {
        int number = begun.incrementAndGet();
        await();
        return number;
    }

    private void await() {
        await(answer);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
