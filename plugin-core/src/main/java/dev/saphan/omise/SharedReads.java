/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many who want to know the same at once share one read. A read that is under way began before they asked and may miss
 * what they have just heard of, so they wait for it and share the next one: of any number, at most two go out.
 *
 * @param <K> what is read
 * @param <T> what is learnt of it
 */
final class SharedReads<K, T> {

    private final Map<K, Turn<T>> turns = new HashMap<>();

    /** The read that is under way, and the one that those who came since wait for. */
    private static final class Turn<T> {
        private CompletableFuture<T> running = new CompletableFuture<>();
        private @Nullable CompletableFuture<T> next;
    }

    /** Where a caller stands: it reads itself, after the one before, or hears what another reads. */
    private record Place<T>(CompletableFuture<T> read, boolean isReader, Optional<CompletableFuture<T>> before) {}

    /**
     * @param read is given what is left of the time limit
     * @return empty if there was no time left to read, or to hear what another reads
     */
    Optional<T> read(K key, Duration timeout, Function<Duration, T> read) {
        long asked = System.nanoTime();
        Place<T> place = place(key);
        if (!place.isReader()) {
            return await(place.read(), timeout);
        }
        if (place.before().isPresent() && !ends(place.before().get(), timeout)) {
            giveUp(key, place.read());
            return Optional.empty();
        }
        begin(key, place);
        try {
            T learnt = read.apply(timeout.minusNanos(System.nanoTime() - asked));
            place.read().complete(learnt);
            return Optional.of(learnt);
        } finally {
            end(key, place.read());
        }
    }

    private synchronized Place<T> place(K key) {
        Turn<T> turn = turns.get(key);
        if (turn == null) {
            Turn<T> first = new Turn<>();
            turns.put(key, first);
            return new Place<>(first.running, true, Optional.empty());
        }
        CompletableFuture<T> awaited = turn.next;
        if (awaited != null) {
            return new Place<>(awaited, false, Optional.empty());
        }
        CompletableFuture<T> next = new CompletableFuture<>();
        turn.next = next;
        return new Place<>(next, true, Optional.of(turn.running));
    }

    private synchronized void begin(K key, Place<T> place) {
        Turn<T> turn = turns.computeIfAbsent(key, absent -> new Turn<>());
        if (turn.next == place.read()) {
            turn.next = null;
        }
        turn.running = place.read();
    }

    /** Those who wait for it learn nothing, if nothing was learnt. */
    private synchronized void end(K key, CompletableFuture<T> read) {
        read.cancel(false);
        Turn<T> turn = turns.get(key);
        if (turn != null && turn.next == null && turn.running == read) {
            turns.remove(key);
        }
    }

    private synchronized void giveUp(K key, CompletableFuture<T> read) {
        read.cancel(false);
        Turn<T> turn = turns.get(key);
        if (turn != null && turn.next == read) {
            turn.next = null;
            if (turn.running.isDone()) {
                turns.remove(key);
            }
        }
    }

    private static boolean ends(CompletableFuture<?> read, Duration timeout) {
        try {
            read.handle((learnt, failure) -> true).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> Optional<T> await(CompletableFuture<T> read, Duration timeout) {
        return ends(read, timeout) && !read.isCompletedExceptionally() ? Optional.of(read.join()) : Optional.empty();
    }
}
