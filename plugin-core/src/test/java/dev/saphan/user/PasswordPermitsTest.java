/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Passwords are worked on a few at a time, whoever asks. */
@Timeout(60)
class PasswordPermitsTest {

    private static final int FAR_TOO_MANY = 200;

    private final ExecutorService crowd = Executors.newCachedThreadPool();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void leave() {
        crowd.shutdownNow();
    }

    @Test
    void letsAFewWorkAFewWaitAndTellsTheRestToComeAgain() throws Exception {
        PasswordPermits permits = new PasswordPermits(2, Duration.ofSeconds(30));
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(FAR_TOO_MANY - 18);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < FAR_TOO_MANY; i++) {
            all.add(crowd.submit(() -> worked(permits, refused, () -> counted(open))));
        }

        refused.await();
        open.countDown();

        assertThat(count(all)).as("two at work and eight waiting for each").isEqualTo(18);
        assertThat(most).hasValue(2);
        assertThat(permits.with(() -> "goes on")).isEqualTo("goes on");
    }

    @Test
    void refusesWhoWaitsTooLongAndGoesOn() throws Exception {
        PasswordPermits permits = new PasswordPermits(1, Duration.ofMillis(1));
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        Future<Boolean> slow = crowd.submit(() -> permits.with(() -> {
            busy.countDown();
            return counted(open);
        }));
        busy.await();

        assertThatThrownBy(() -> permits.with(() -> true)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
            assertThat(problem.retryAfter()).isPresent();
        });

        open.countDown();
        assertThat(slow.get()).isTrue();
        assertThat(permits.with(() -> true)).isTrue();
    }

    @Test
    void takesThePermitBackFromWorkThatFails() {
        PasswordPermits permits = new PasswordPermits(1, Duration.ofMillis(1));
        for (int i = 0; i < FAR_TOO_MANY; i++) {
            assertThatThrownBy(() -> permits.with(() -> {
                        throw new OutOfMemoryError("as Argon2 throws it");
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
        }

        assertThat(permits.with(() -> true)).isTrue();
    }

    @Test
    void holdsForChecksUnknownNamesAndNewPasswordsAlike() throws Exception {
        Passwords passwords = new Passwords();
        String hash = passwords.hash(new Secret("six boats under a bridge"));
        List<Supplier<Boolean>> kinds = List.of(
                () -> passwords.matches(new Secret("six boats under a bridge"), hash),
                () -> passwords.hash(new Secret("a new one")).isEmpty(),
                () -> {
                    passwords.checkAgainstNobody(new Secret("a guess"));
                    return true;
                });
        for (Supplier<Boolean> kind : kinds) {
            CountDownLatch refused = new CountDownLatch(1);
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < FAR_TOO_MANY; i++) {
                all.add(crowd.submit(() -> {
                    try {
                        boolean unused = kind.get();
                        return true;
                    } catch (Problem e) {
                        refused.countDown();
                        return false;
                    }
                }));
            }
            refused.await();
            assertThat(count(all)).isPositive().isLessThan(FAR_TOO_MANY);
        }
        assertThat(passwords.matches(new Secret("six boats under a bridge"), hash))
                .isTrue();
    }

    private static boolean worked(PasswordPermits permits, CountDownLatch refused, Supplier<Boolean> work) {
        try {
            return permits.with(work);
        } catch (Problem e) {
            refused.countDown();
            return false;
        }
    }

    private boolean counted(CountDownLatch open) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inside.decrementAndGet();
        return true;
    }

    private static long count(List<Future<Boolean>> all) throws Exception {
        long worked = 0;
        for (Future<Boolean> one : all) {
            worked += one.get() ? 1 : 0;
        }
        return worked;
    }
}
