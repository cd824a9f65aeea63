/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import dev.saphan.chaos.fuzz.RawClient.Outcome;
import dev.saphan.chaos.fuzz.RawClient.Pieces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Sends a running node requests that are nearly right.
 *
 * <ol>
 *   <li>For each family takes as many requests that are right, and does one to four things to each, all by the seed. Each
 *       other one is sent in two pieces.
 *   <li>Whatever is answered by a fault of the server's, by 429 or 503 without {@code Retry-After}, or not in time, is a
 *       finding. Of each family the smallest is told.
 *   <li>So is a log that grew by more than a line for each refusal, or tells of a fault, and a node that is not ready
 *       afterwards.
 * </ol>
 */
public final class FuzzRun {

    private static final int AT_ONCE = 6;

    /** A node that has just started makes its first page of the back office slowly. */
    private static final Duration FIRST_PAGE = Duration.ofMinutes(1);

    /** A payment that hundreds of attempts were begun on is slow, which the limits of a real shop do not let happen. */
    private static final int WORN_AFTER = 250;

    private static final int MOST_MUTATIONS = 4;
    private static final int MOST_SHOWN = 1_500;

    private final long seed;
    private final Fuzz fuzz;
    private final int port;
    private final Path log;
    private final Consumer<String> progress;

    /**
     * @param port of the node, on the loopback interface
     * @param log of the node */
    public FuzzRun(long seed, Fuzz fuzz, int port, Path log, Consumer<String> progress) {
        this.seed = seed;
        this.fuzz = fuzz;
        this.port = port;
        this.log = log;
        this.progress = progress;
    }

    /** Of payments that are new. */
    private interface Shops {
        Shop open() throws IOException;
    }

    /** A request that was not answered as it should be. */
    private record Failure(String request, int bytes, Outcome outcome) {

        static Failure of(byte[] request, Outcome outcome) {
            return new Failure(new String(request, StandardCharsets.UTF_8), request.length, outcome);
        }

        @Override
        public String toString() {
            return outcome.status() + " for " + bytes + " bytes:\n" + start(request) + "\nanswered:\n"
                    + start(outcome.text());
        }

        private static String start(String text) {
            return text.substring(0, Math.min(text.length(), MOST_SHOWN));
        }
    }

    /**
     * @param store its id
     * @param password of the person {@code admin} */
    public FuzzReport run(String store, String apiKey, String password) throws IOException, InterruptedException {
        RawClient client = new RawClient(port, RawClient.LONGEST);
        Shops shops = () -> new Shop(new RawClient(port, FIRST_PAGE), port, store, apiKey, password);
        FuzzReport report = new FuzzReport(seed);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (Family family : fuzz.families()) {
            progress.accept(family.name());
            NodeLog grown = NodeLog.of(log);
            Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
            List<Failure> failures = send(client, shops, family, statuses, seeds.split());
            report.family(family.name(), statuses, grown.since());
            failures.stream()
                    .collect(Collectors.groupingBy(failure -> failure.outcome().status()))
                    .forEach((status, alike) -> report.finding(family + ": " + alike.size()
                            + " answered badly, the smallest: "
                            + Collections.min(alike, Comparator.comparingInt(Failure::bytes))));
        }
        Outcome health = client.send(Draft.get("/health/ready").bytes(port));
        if (health.status() != 200) {
            report.finding("The node is not ready any more: " + health.text());
        }
        return report;
    }

    private List<Failure> send(
            RawClient client, Shops shops, Family family, Map<Integer, Integer> statuses, SplittableRandom seeds)
            throws IOException, InterruptedException {
        ConcurrentLinkedQueue<Failure> failures = new ConcurrentLinkedQueue<>();
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> all = new ArrayList<>();
            Shop open = shops.open();
            for (int i = 0; i < fuzz.each(); i++) {
                if (i % WORN_AFTER == WORN_AFTER - 1) {
                    awaitAll(all);
                    open = shops.open();
                }
                Shop shop = open;
                long own = seeds.nextLong();
                all.add(people.submit(() -> {
                    Draft draft = request(shop, family, own, -1);
                    byte[] request = draft.bytes(port);
                    Outcome outcome = client.send(request, Pieces.of(request, new SplittableRandom(own)));
                    statuses.merge(outcome.status(), 1, Integer::sum);
                    if (!isPolite(draft, outcome)) {
                        failures.add(smaller(client, shop, family, own, outcome));
                    }
                    return null;
                }));
            }
            awaitAll(all);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The node cannot be reached", e.getCause());
        } finally {
            people.shutdownNow();
        }
        return List.copyOf(failures);
    }

    private static void awaitAll(List<Future<?>> requests) throws InterruptedException, ExecutionException {
        for (Future<?> one : requests) {
            one.get();
        }
        requests.clear();
    }

    /** The same with one mutation only, if that does it too. */
    private Failure smaller(RawClient client, Shop shop, Family family, long own, Outcome outcome) throws IOException {
        for (int only = 0; only < MOST_MUTATIONS; only++) {
            Draft draft = request(shop, family, own, only);
            Outcome again = client.send(draft.bytes(port));
            if (!isPolite(draft, again)) {
                return Failure.of(draft.bytes(port), again);
            }
        }
        return Failure.of(request(shop, family, own, -1).bytes(port), outcome);
    }

    /** Who refuses a program says why in a document of ours. */
    private static boolean isPolite(Draft draft, Outcome outcome) {
        return outcome.isPolite()
                && (!outcome.isRefusal() || !draft.isForProgram() || !outcome.isOurs() || outcome.isProblem());
    }

    /** @param only which of the mutations to do; all of them if negative */
    private Draft request(Shop shop, Family family, long own, int only) {
        SplittableRandom random = new SplittableRandom(own);
        Draft draft = family.draft(shop, random.split());
        int mutations = 1 + random.nextInt(MOST_MUTATIONS);
        for (int i = 0; i < mutations; i++) {
            Mutation mutation = Oddities.one(List.of(Mutation.values()), random);
            SplittableRandom forIt = random.split();
            if (only < 0 || only == i) {
                mutation.apply(draft, forIt);
            }
        }
        return draft;
    }
}
