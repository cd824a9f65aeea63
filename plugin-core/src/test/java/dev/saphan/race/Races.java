/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs each race in as many schedules as {@code saphan.race.schedules} says (64, some two thousand in all), with the seeds that follow
 * {@code saphan.race.seed}. A failure tells its seed, who did what, and how to see it again.
 */
final class Races {

    static final int SCHEDULES = Integer.getInteger("saphan.race.schedules", 64);

    private static final long SEED = Long.getLong("saphan.race.seed", 1);

    private Races() {}

    /** @param refusals what an actor may be told instead of getting what it wanted */
    static void run(Consumer<Round> race, ErrorCode... refusals) {
        AtomicLong next = new AtomicLong(SEED);
        AtomicReference<@Nullable AssertionError> failure = new AtomicReference<>();
        List<Thread> lanes = Arena.all().stream()
                .map(arena -> new Thread(() -> {
                    long seed = next.getAndIncrement();
                    while (seed < SEED + SCHEDULES && failure.get() == null) {
                        failure.compareAndSet(null, failureOf(race, new Round(arena, seed), seed, Set.of(refusals)));
                        seed = next.getAndIncrement();
                    }
                }))
                .toList();
        lanes.forEach(Thread::start);
        lanes.forEach(Races::join);
        AssertionError found = failure.get();
        if (found != null) {
            throw found;
        }
    }

    private static @Nullable AssertionError failureOf(
            Consumer<Round> race, Round round, long seed, Set<ErrorCode> refusals) {
        try {
            race.accept(round);
            round.schedule().run();
            mustHaveEndedWell(round.schedule().actors(), refusals);
            round.books().mustBeSound();
            round.comeToRest();
            round.mustHaveEnded();
            return null;
        } catch (AssertionError | RuntimeException e) {
            return new AssertionError(explain(seed, round) + "\n" + e.getMessage(), e);
        }
    }

    private static void join(Thread lane) {
        try {
            lane.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void mustHaveEndedWell(List<Actor> actors, Set<ErrorCode> refusals) {
        for (Actor actor : actors) {
            RuntimeException failure = actor.failure();
            if (failure != null) {
                throw new AssertionError(actor.name() + " failed", failure);
            }
            Problem refusal = actor.refusal();
            if (refusal != null && !refusals.contains(refusal.code())) {
                throw new AssertionError(actor.name() + " was told " + refusal.code(), refusal);
            }
        }
    }

    private static String explain(long seed, Round round) {
        List<Actor> actors = round.schedule().actors();
        return "Seed " + seed + " (again: -Dsaphan.race.schedules=1 -Dsaphan.race.seed=" + seed + ")\n"
                + round.schedule().trace().stream().map(step -> "  " + step).collect(Collectors.joining("\n")) + "\n"
                + actors.stream()
                        .map(actor -> "  " + actor.name() + " ended with " + actor.refusal() + " " + actor.failure())
                        .collect(Collectors.joining("\n"));
    }
}
