/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.Mode;
import dev.saphan.testing.OneStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a check does, the list of results is whole and comes in time. */
class CheckReadinessTest {

    private static final Subject SHOP = new Subject(new OneStore().store(), Mode.TEST);
    private static final Subject WITHOUT_KEYS = new Subject(new OneStore().store(), Mode.LIVE);

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void tellsWhatEachFoundInTheOrderOfAreas() {
        List<Result> results = run(
                SHOP,
                check("last", ReadinessCheck.Area.INSTALLATION, () -> Finding.failed("bad")),
                check("first", ReadinessCheck.Area.OMISE, () -> Finding.passed("good", 7)));

        assertThat(results).extracting(Result::check).containsExactly("first", "last");
        assertThat(results)
                .extracting(Result::finding)
                .containsExactly(Finding.passed("good", 7), Finding.failed("bad"));
    }

    @Test
    void aCheckThatBreaksIsNotKnownAndHidesNoOther() {
        List<Result> results = run(
                SHOP,
                check("breaks", ReadinessCheck.Area.OMISE, () -> {
                    throw new IllegalArgumentException("secret detail");
                }),
                check("other", ReadinessCheck.Area.OMISE, () -> Finding.passed("good")));

        assertThat(results)
                .extracting(Result::finding)
                .containsExactly(Finding.unknown("broken", "IllegalArgumentException"), Finding.passed("good"));
    }

    @Test
    void aCheckThatHangsIsNotKnownAndIsEnded() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);

        List<Result> results = run(
                Duration.ofSeconds(2),
                SHOP,
                check("hangs", ReadinessCheck.Area.OMISE, () -> {
                    try {
                        never.await();
                        return Finding.passed("never");
                    } catch (InterruptedException e) {
                        ended.countDown();
                        throw new IllegalStateException(e);
                    }
                }),
                check("other", ReadinessCheck.Area.OMISE, () -> Finding.passed("good")));

        assertThat(results).extracting(result -> result.finding().code()).containsExactly("too_slow", "good");
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatNeedsKeysIsNotAskedWithoutThem() {
        List<Result> results = run(
                WITHOUT_KEYS,
                check("asks", ReadinessCheck.Area.OMISE, () -> Finding.passed("good")),
                check("looks", ReadinessCheck.Area.INSTALLATION, () -> Finding.passed("good")));

        assertThat(results).extracting(result -> result.finding().code()).containsExactly("no_keys", "good");
    }

    @Test
    void theConnectionCheckAsksOmiseAndNothingElse() {
        List<ReadinessCheck> checks = List.of(
                check("asks", ReadinessCheck.Area.OMISE, () -> Finding.passed("good")),
                check("looks", ReadinessCheck.Area.INSTALLATION, () -> Finding.passed("good")));

        assertThat(new CheckReadiness(checks, CheckReadiness.PATIENCE).askOmise(SHOP, threads))
                .extracting(Result::check)
                .containsExactly("asks");
    }

    private List<Result> run(Subject subject, ReadinessCheck... checks) {
        return run(Duration.ofSeconds(30), subject, checks);
    }

    private List<Result> run(Duration patience, Subject subject, ReadinessCheck... checks) {
        return new CheckReadiness(List.of(checks), patience).run(subject, threads);
    }

    private static ReadinessCheck check(String code, ReadinessCheck.Area area, Supplier<Finding> look) {
        return new ReadinessCheck() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public Area area() {
                return area;
            }

            @Override
            public Finding look(Subject subject) {
                return look.get();
            }
        };
    }
}
