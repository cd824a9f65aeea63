/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.cluster;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.saphan.demo.Ports;
import dev.saphan.demo.Programs;
import dev.saphan.demo.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** PostgreSQL, simulator, store and the plugin's nodes, each a process, with one address in front of the nodes. */
public final class Cluster implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Ports ports = Ports.free();
    private final Path home;
    private final Programs programs;
    private final DurablePostgres postgres;
    private final Forwarder forwarder = new Forwarder(ports.payments());
    private final Service simulator;
    private final Service store;
    private final List<Node> nodes = new ArrayList<>();

    /** How to run the plugin: as it is built, or in another build. */
    public interface Build {
        List<String> jar(Programs programs);
    }

    /**
     * Prepares; nothing runs yet.
     *
     * @param root of the project, where the built artifacts lie
     * @param home folder for data and logs
     */
    public Cluster(Path root, Path home, int nodeCount, Build build) {
        this.home = home.toAbsolutePath();
        this.programs = new Programs(root, this.home, ports);
        this.postgres = new DurablePostgres(this.home.resolve("postgres"), Ports.freePort());
        this.simulator = programs.simulator();
        this.store = programs.store();
        Map<String, String> settings = nodeSettings();
        for (int number = 1; number <= nodeCount; number++) {
            nodes.add(node(number, build.jar(programs), settings));
        }
    }

    private Node node(int number, List<String> jar, Map<String, String> settings) {
        int port = Ports.freePort();
        return new Node(programs.payments("node-" + number, port, jar, settings), port, forwarder);
    }

    private Map<String, String> nodeSettings() {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("saphan.keyset", keyset());
        settings.put("saphan.omise.write-timeout", "PT6S");
        settings.put("saphan.omise.read-timeout", "PT3S");
        settings.put("java.io.tmpdir", folder("tmp").toString());
        return settings;
    }

    /** Starts all at once, as after a power cut, and waits until they are ready. */
    public void start(Consumer<String> progress) {
        progress.accept("starting PostgreSQL");
        postgres.start();
        forwarder.start();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        List<Service> others = List.of(simulator, store);
        others.forEach(Service::start);
        nodes.forEach(Node::start);
        for (Service service : others) {
            progress.accept("waiting for " + service.name());
            service.awaitReady(deadline);
        }
        for (Node node : nodes) {
            progress.accept("waiting for " + node.name());
            node.awaitReady(deadline);
        }
    }

    /** Starts what does not run and waits until all is ready. */
    public void heal() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        List.of(simulator, store).stream().filter(service -> !service.isAlive()).forEach(Service::start);
        nodes.forEach(Node::startIfDead);
        simulator.awaitReady(deadline);
        store.awaitReady(deadline);
        nodes.forEach(node -> node.awaitReady(deadline));
    }

    public DurablePostgres postgres() {
        return postgres;
    }

    public Service store() {
        return store;
    }

    public Service simulator() {
        return simulator;
    }

    public List<Node> nodes() {
        return nodes;
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

    public Path home() {
        return home;
    }

    /** One for all nodes: what one of them sealed, the other must read. */
    private static String keyset() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::stop);
        store.stop();
        simulator.stop();
        postgres.close();
        try {
            forwarder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
