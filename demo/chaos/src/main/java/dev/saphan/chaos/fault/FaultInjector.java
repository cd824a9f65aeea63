/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fault;

import dev.saphan.chaos.Http;
import dev.saphan.chaos.cluster.Cluster;
import dev.saphan.chaos.cluster.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Carries the plan out, one fault after the other. What it ended it starts again: PostgreSQL and the simulator after a
 * short while, a node or the store at once, while the plan goes on. Another node is ended only when all are in turn, so
 * that the shop is never closed for long.
 */
public final class FaultInjector implements AutoCloseable {

    private static final Duration LONGEST_RESTART = Duration.ofMinutes(5);

    private static final Duration LONGEST_INSISTENCE = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final Consumer<String> log;
    private final FaultCounts counts = new FaultCounts();
    private final SimulatorFaults simulator;
    private final ExecutorService restarts = Executors.newCachedThreadPool();

    public FaultInjector(Cluster cluster, Http http, Consumer<String> log) {
        this.cluster = cluster;
        this.log = log;
        this.simulator = new SimulatorFaults(cluster.simulatorUrl(), http, counts);
    }

    public FaultCounts counts() {
        return counts;
    }

    /** @param begin of the load, by the nano clock */
    public void carryOut(FaultPlan plan, long begin) throws InterruptedException {
        for (PlannedFault fault : plan.faults()) {
            TimeUnit.NANOSECONDS.sleep(begin + fault.at().toNanos() - System.nanoTime());
            try {
                inject(fault);
            } catch (IOException | RuntimeException e) {
                log.accept("fault not injected, " + fault.kind().text() + ": " + e);
            }
        }
    }

    /**
     * A fault of a call needs a call to strike. Those kinds of the plan that have not struck yet are asked for again
     * until they have, or patience is over.
     */
    public void insist(FaultPlan plan) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_INSISTENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                simulator.settle();
                List<PlannedFault> missing = plan.faults().stream()
                        .filter(fault -> counts.of(fault.kind()) == 0)
                        .toList();
                if (missing.isEmpty()) {
                    return;
                }
                for (PlannedFault fault : missing) {
                    inject(fault);
                }
            } catch (IOException | RuntimeException e) {
                log.accept("faults not injected: " + e);
            }
            TimeUnit.SECONDS.sleep(5);
        }
    }

    /** Nothing misbehaves any more, and all that was ended runs again. */
    public void stop() throws IOException, InterruptedException {
        restarts.shutdown();
        if (!restarts.awaitTermination(LONGEST_RESTART.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("A process that was ended did not come up again");
        }
        cluster.heal();
        simulator.settle();
    }

    private void inject(PlannedFault fault) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case KILL_NODE -> killNode(fault);
            case STOP_POSTGRES ->
                interruptPostgres(fault, () -> cluster.postgres().stop());
            case KILL_POSTGRES ->
                interruptPostgres(fault, () -> cluster.postgres().kill());
            case KILL_STORE -> restart(fault, cluster.store());
            case KILL_SIMULATOR -> killSimulator(fault);
            default -> simulator.ask(fault);
        }
    }

    private void killNode(PlannedFault fault) throws InterruptedException {
        List<Node> nodes = cluster.nodes();
        long deadline = System.nanoTime() + LONGEST_RESTART.toNanos();
        while (!nodes.stream().allMatch(Node::isInTurn) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        restart(fault, nodes.get(fault.which() % nodes.size()));
    }

    private void restart(PlannedFault fault, Node server) {
        tell(fault, server.name());
        server.kill();
        restarts.execute(() -> {
            server.start();
            server.awaitReady(System.nanoTime() + LONGEST_RESTART.toNanos());
            log.accept(server.name() + " is back");
        });
    }

    private void interruptPostgres(PlannedFault fault, Runnable interruption) throws InterruptedException {
        tell(fault, "for " + fault.lasts().toMillis() + " ms");
        interruption.run();
        TimeUnit.MILLISECONDS.sleep(fault.lasts().toMillis());
        cluster.postgres().start();
    }

    private void killSimulator(PlannedFault fault) throws IOException, InterruptedException {
        simulator.settle();
        tell(fault, "for " + fault.lasts().toMillis() + " ms");
        cluster.simulator().kill();
        TimeUnit.MILLISECONDS.sleep(fault.lasts().toMillis());
        cluster.simulator().start();
        cluster.simulator().awaitReady(System.nanoTime() + LONGEST_RESTART.toNanos());
    }

    private void tell(PlannedFault fault, String detail) {
        counts.add(fault.kind(), 1);
        log.accept((fault.kind().text() + " " + detail).strip());
    }

    @Override
    public void close() {
        restarts.shutdownNow();
    }
}
