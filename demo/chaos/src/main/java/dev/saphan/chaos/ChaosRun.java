/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import dev.saphan.chaos.book.Books;
import dev.saphan.chaos.book.Comparison;
import dev.saphan.chaos.cluster.Cluster;
import dev.saphan.chaos.fault.FaultInjector;
import dev.saphan.chaos.fault.FaultPlan;
import dev.saphan.chaos.load.Load;
import dev.saphan.chaos.load.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One run.
 *
 * <ol>
 *   <li>Draws from the seed the plan of faults and a stream of visits for each person, so that the same seed makes the
 *       same run however its threads are timed.
 *   <li>Starts PostgreSQL, simulator, store and the plugin's nodes.
 *   <li>Lets people order, pay, cancel and refund while the plan of faults is carried out.
 *   <li>Heals everything and waits until nothing is under way.
 *   <li>Compares the three books.
 * </ol>
 */
public final class ChaosRun {

    private static final int SECONDS_BETWEEN_TELLINGS = 15;

    private final Options options;
    private final Path root;
    private final Path home;
    private final Cluster.Build build;
    private final Consumer<String> log;

    /**
     * @param root of the project, where the built artifacts lie
     * @param home folder for data and logs
     */
    public ChaosRun(Options options, Path root, Path home, Cluster.Build build, Consumer<String> log) {
        this.options = options;
        this.root = root;
        this.home = home;
        this.build = build;
        this.log = log;
    }

    public Report run() throws IOException, InterruptedException {
        SplittableRandom seeded = new SplittableRandom(options.seed());
        FaultPlan plan = FaultPlan.draw(seeded.split(), options.load(), options.kinds());
        List<SplittableRandom> streams = IntStream.range(0, options.people())
                .mapToObj(person -> seeded.split())
                .toList();
        Http http = new Http();
        try (Cluster cluster = new Cluster(root, home, options.nodes(), build);
                FaultInjector injector = new FaultInjector(cluster, http, log);
                Load load = new Load(cluster, http, options.people())) {
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop-all"));
            cluster.start(log);
            torment(plan, streams, injector, load);
            long healed = System.nanoTime();
            Books books = new Settling(cluster, http, log).await();
            return new Report(
                    options,
                    load.operations(),
                    injector.counts(),
                    books,
                    Comparison.of(books),
                    Duration.ofNanos(System.nanoTime() - healed));
        }
    }

    private void torment(FaultPlan plan, List<SplittableRandom> streams, FaultInjector injector, Load load)
            throws IOException, InterruptedException {
        load.prepare();
        log.accept("load for " + options.load().toSeconds() + " s");
        long begin = System.nanoTime();
        ScheduledExecutorService beside = Executors.newScheduledThreadPool(2);
        try {
            ScheduledFuture<?> telling = beside.scheduleAtFixedRate(
                    () -> progress(load, injector),
                    SECONDS_BETWEEN_TELLINGS,
                    SECONDS_BETWEEN_TELLINGS,
                    TimeUnit.SECONDS);
            var faults = beside.submit(() -> {
                injector.carryOut(plan, begin);
                injector.insist(plan);
                return true;
            });
            long end = begin + options.load().toNanos();
            load.run(streams, () -> System.nanoTime() < end || !faults.isDone());
            awaitEnd(faults);
            telling.cancel(false);
        } finally {
            beside.shutdownNow();
        }
        log.accept("healing");
        injector.stop();
    }

    private static void awaitEnd(Future<?> faults) throws InterruptedException {
        try {
            faults.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The plan of faults was not carried out", e.getCause());
        }
    }

    private void progress(Load load, FaultInjector injector) {
        log.accept(load.operations().of(Operation.ORDER) + " orders, "
                + load.operations().total() + " operations, "
                + injector.counts().total() + " faults so far");
    }
}
