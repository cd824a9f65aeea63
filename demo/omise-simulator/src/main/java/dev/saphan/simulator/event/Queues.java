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

    synchronized CompletableFuture<Void> settled() {
        return CompletableFuture.allOf(tails.values().stream()
                .map(tail -> tail.exceptionally(error -> null))
                .toArray(CompletableFuture<?>[]::new));
    }

    private synchronized void remove(String charge, CompletableFuture<Void> tail) {
        tails.remove(charge, tail);
    }
}
