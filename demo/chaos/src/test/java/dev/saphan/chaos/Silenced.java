/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import dev.saphan.chaos.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks a node for what it needs its database for, all at the same time, as its clients do. */
final class Silenced {

    private final Http http;
    private final Cluster cluster;
    private final String key;

    Silenced(Http http, Cluster cluster) {
        this.http = http;
        this.cluster = cluster;
        this.key = "Bearer " + cluster.apiKey();
    }

    record Told(String what, int status, Optional<String> retryAfter, Duration took) {}

    /** Payments of an order, a page of nobody's, a new payment, and whether the node is ready. */
    List<Told> everything() throws InterruptedException, ExecutionException {
        return together(List.of(this::payment, this::page, this::start, this::ready));
    }

    List<Told> payments(int many) throws InterruptedException, ExecutionException {
        return together(IntStream.range(0, many)
                .<Callable<Told>>mapToObj(number -> this::payment)
                .toList());
    }

    Told payment() {
        return timed("payments", () -> http.get(api() + "?orderReference=nothing", "Authorization", key));
    }

    private Told page() {
        return timed("page", () -> http.get(cluster.paymentsUrl() + "/pay/" + "x".repeat(43)));
    }

    Told start() {
        String id = UUID.randomUUID().toString();
        String body = "{\"orderReference\":\"" + id + "\",\"amount\":{\"amount\":150000,\"currency\":\"THB\"},"
                + "\"channel\":\"online\",\"returnUrl\":\"https://shop.example/\"}";
        return timed("new payment", () -> http.postJson(api(), body, "Authorization", key, "Idempotency-Key", id));
    }

    private Told ready() {
        return timed("ready", () -> http.get(cluster.serverUrl() + "/health/ready"));
    }

    private String api() {
        return cluster.paymentsUrl() + "/api/v1/payments";
    }

    private static Told timed(String what, Callable<Http.Answer> call) {
        long begin = System.nanoTime();
        try {
            Http.Answer answer = call.call();
            return new Told(
                    what,
                    answer.status(),
                    answer.headers().getOrDefault("retry-after", List.of()).stream()
                            .findFirst(),
                    Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
    }

    private static List<Told> together(List<Callable<Told>> calls) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(calls.size());
        try {
            Stream.Builder<Told> told = Stream.builder();
            for (Future<Told> call : clients.invokeAll(calls)) {
                told.add(call.get());
            }
            return told.build().toList();
        } finally {
            clients.shutdownNow();
        }
    }
}
