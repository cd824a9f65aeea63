/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the checks for a store side by side. Whoever asks waits no longer than {@link #PATIENCE}, whatever hangs. */
@Wired
public class CheckReadiness {

    public static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Logger LOG = Logger.getLogger(CheckReadiness.class.getName());

    private final List<ReadinessCheck> checks;
    private final Duration patience;

    @Inject
    CheckReadiness(@Any Instance<ReadinessCheck> checks) {
        this(checks.stream().toList(), PATIENCE);
    }

    CheckReadiness(List<ReadinessCheck> checks, Duration patience) {
        this.checks = checks.stream()
                .sorted(Comparator.comparing(ReadinessCheck::area).thenComparing(ReadinessCheck::code))
                .toList();
        this.patience = patience;
    }

    /** All of them, by area. */
    public List<Result> run(Subject subject, ExecutorService threads) {
        return run(subject, threads, check -> true);
    }

    /** Only those that ask Omise. */
    public List<Result> askOmise(Subject subject, ExecutorService threads) {
        return run(subject, threads, check -> check.area() == ReadinessCheck.Area.OMISE);
    }

    private List<Result> run(Subject subject, ExecutorService threads, Predicate<ReadinessCheck> wanted) {
        List<ReadinessCheck> chosen = checks.stream().filter(wanted).toList();
        try {
            List<Future<Result>> looks = threads.invokeAll(
                    chosen.stream()
                            .map(check -> (Callable<Result>) () -> look(check, subject))
                            .toList(),
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < chosen.size(); i++) {
                results.add(result(chosen.get(i), looks.get(i)));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the checks ran", e);
        }
    }

    private static Result look(ReadinessCheck check, Subject subject) {
        long begun = System.nanoTime();
        boolean keyless = check.needsKeys() && subject.keys().isEmpty();
        Finding finding = keyless ? Finding.unknown("no_keys") : check.look(subject);
        return new Result(check.code(), check.area(), finding, Duration.ofNanos(System.nanoTime() - begun));
    }

    private Result result(ReadinessCheck check, Future<Result> look) throws InterruptedException {
        try {
            return look.get();
        } catch (CancellationException e) {
            return unknown(check, Finding.unknown("too_slow", patience.toSeconds()));
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, e.getCause(), () -> "The check " + check.code() + " broke");
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            return unknown(check, Finding.unknown("broken", cause.getClass().getSimpleName()));
        }
    }

    private Result unknown(ReadinessCheck check, Finding finding) {
        return new Result(check.code(), check.area(), finding, patience);
    }
}
