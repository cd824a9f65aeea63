/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Simulator, plugin and sample store, each in a process of its own on the loopback interface, with their data in one
 * folder. Started again on the same folder they go on where they were.
 */
public final class Stack implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Path home;
    private final Ports ports;
    private final Programs programs;
    private final PastShop past;
    private final Map<String, String> more;
    private final List<Service> services = new ArrayList<>();
    private volatile boolean closing;

    /** Prepares a shop without a past; nothing runs yet. */
    public Stack(Path root, Path home, Ports ports) {
        this(root, home, ports, 0, Map.of());
    }

    /** @param more settings of the plugin beyond those of the demo */
    public Stack(Path root, Path home, Ports ports, Map<String, String> more) {
        this(root, home, ports, 0, more);
    }

    /** @param payments that lie behind the shop when it starts for the first time */
    public Stack(Path root, Path home, Ports ports, int payments) {
        this(root, home, ports, payments, Map.of());
    }

    /**
     * Prepares; nothing runs yet.
     *
     * @param root of the project, where the built artifacts lie
     * @param home folder for data, logs and credentials
     */
    private Stack(Path root, Path home, Ports ports, int payments, Map<String, String> more) {
        this.home = home.toAbsolutePath();
        this.ports = ports;
        this.programs = new Programs(root, home, ports);
        this.past = new PastShop(this.home, ports, payments);
        this.more = Map.copyOf(more);
    }

    /**
     * Starts all three and waits until they are ready.
     *
     * @throws IllegalStateException naming the process that did not come up and the end of its log
     */
    public void start(Consumer<String> progress) {
        ports.requireFree();
        services.addAll(List.of(programs.simulator(), programs.payments(more), programs.store()));
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        try {
            startAll(progress, deadline);
            for (Service service : services) {
                progress.accept("waiting for " + service.name());
                service.awaitReady(deadline);
            }
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
        past.isThere();
        writeJson();
    }

    /** What takes long to start begins before its past is told to the others. */
    private void startAll(Consumer<String> progress, long deadline) {
        if (past.isMissing()) {
            progress.accept("writing a few months of history");
            past.write(services.get(2)::start, services.get(0)::start);
            services.get(1).start();
            services.get(0).awaitReady(deadline);
            past.tellSimulator();
        } else {
            services.forEach(Service::start);
        }
    }

    public String storeUrl() {
        return ports.storeUrl();
    }

    public String paymentsUrl() {
        return ports.paymentsUrl();
    }

    public String simulatorUrl() {
        return ports.simulatorUrl();
    }

    public String apiKey() {
        return programs.credentials().apiKey();
    }

    List<Service> services() {
        return services;
    }

    /** The first process that ended by itself. */
    Optional<Service> firstDead() {
        return closing
                ? Optional.empty()
                : services.stream().filter(service -> !service.isAlive()).findFirst();
    }

    @Override
    public void close() {
        closing = true;
        for (int i = services.size() - 1; i >= 0; i--) {
            services.get(i).stop();
        }
    }

    private void writeJson() {
        try {
            Files.writeString(home.resolve("demo.json"), DemoJson.of(ports, programs.credentials(), Programs.STORE_ID));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
