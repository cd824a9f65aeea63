/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Work of one charge is done in order, that of different charges side by side, none of it on the thread that adds. */
final class Queues {

    private final Map<String, CompletableFuture<Void>> tails = new HashMap<>();

    synchronized void add(String charge, Supplier<CompletableFuture<Void>> work) {
        CompletableFuture<Void> before = tails.getOrDefault(charge, CompletableFuture.completedFuture(null));
        CompletableFuture<Void> tail = before.exceptionally(error -> null).thenComposeAsync(done -> work.get());
        tails.put(charge, tail);
        CompletableFuture<Void> tidied = tail.whenComplete((done, error) -> remove(charge, tail));
        tidied.exceptionally(error -> null);
    }

    /** Completes when no work is left, that which work adds included. */
    CompletableFuture<Void> settled() {
        CompletableFuture<?>[] open = open();
        return open.length == 0
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.allOf(open).thenCompose(done -> settled());
    }

    private synchronized CompletableFuture<?>[] open() {
        return tails.values().stream()
                .filter(tail -> !tail.isDone())
                .map(tail -> tail.exceptionally(error -> null))
                .toArray(CompletableFuture<?>[]::new);
    }

    private synchronized void remove(String charge, CompletableFuture<Void> tail) {
        tails.remove(charge, tail);
    }
}
