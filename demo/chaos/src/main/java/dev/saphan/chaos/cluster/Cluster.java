/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.cluster;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
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
import java.util.stream.Stream;

/**
 * PostgreSQL, simulator, store and the plugin's nodes, each a process. Store and nodes are reached
 * through a forwarder each, so that nobody is sent to one that is still coming up.
 */
public final class Cluster implements AutoCloseable {

    /** A lost answer is found out soon. */
    private static final Map<String, String> IMPATIENT =
            Map.of("saphan.omise.write-timeout", "PT6S", "saphan.omise.read-timeout", "PT3S");

    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private final Ports ports = Ports.free();
    private final Path home;
    private final Programs programs;
    private final DurablePostgres postgres;
    private final Forwarder paymentsDoor = new Forwarder(ports.payments());
    private final Forwarder storeDoor = new Forwarder(ports.store());
    private final Service simulator;
    private final Node store;
    private final List<Node> nodes = new ArrayList<>();
    private final boolean withStore;

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
        this(root, home, nodeCount, build, IMPATIENT, Programs.QUICK_TO_START, true);
    }

    /** One node as it runs in production: with the plugin's own time limits and nothing asked of the virtual machine. */
    public static Cluster asInProduction(Path root, Path home) {
        return new Cluster(root, home, 1, programs -> withMetrics(programs, home), Map.of(), List.of(), true);
    }

    /** The runnable jar keeps its metrics to itself unless it is told otherwise. */
    private static List<String> withMetrics(Programs programs, Path home) {
        try {
            Path commands = Files.createDirectories(home.toAbsolutePath()).resolve("open-metrics.txt");
            Files.writeString(commands, "set-metrics-configuration --enabled=true --dynamic=true\n");
            return Stream.concat(
                            programs.runnableJar().stream(), Stream.of("--postbootcommandfile", commands.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into " + home, e);
        }
    }

    /** One node whose storefront is away. */
    public static Cluster ofOneNode(Path root, Path home) {
        return new Cluster(root, home, 1, Programs::runnableJar, Map.of(), Programs.QUICK_TO_START, false);
    }

    private Cluster(
            Path root,
            Path home,
            int nodeCount,
            Build build,
            Map<String, String> more,
            List<String> virtualMachine,
            boolean withStore) {
        this.withStore = withStore;
        this.home = home.toAbsolutePath();
        this.programs = new Programs(root, this.home, ports, virtualMachine);
        this.postgres = new DurablePostgres(this.home.resolve("postgres"), Ports.freePort());
        this.simulator = programs.simulator();
        int storePort = Ports.freePort();
        this.store = new Node(programs.store(storePort), storePort, storeDoor);
        Map<String, String> settings = nodeSettings(more);
        for (int number = 1; number <= nodeCount; number++) {
            nodes.add(node(number, build.jar(programs), settings));
        }
    }

    private Node node(int number, List<String> jar, Map<String, String> settings) {
        int port = Ports.freePort();
        return new Node(programs.payments("node-" + number, port, jar, settings), port, paymentsDoor);
    }

    private Map<String, String> nodeSettings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("saphan.keyset", keyset());
        settings.putAll(more);
        // all shoppers and the shop come from one address here, and hurry
        for (String limit : List.of("requests.key", "requests.store", "requests.address", "attempts-of-a-payment")) {
            settings.put("saphan.limits." + limit, "1000000/PT1M");
        }
        settings.put("java.io.tmpdir", folder("tmp").toString());
        return settings;
    }

    /** Starts all at once, as after a power cut, and waits until they are ready. */
    public void start(Consumer<String> progress) {
        progress.accept("starting PostgreSQL");
        postgres.start();
        paymentsDoor.start();
        storeDoor.start();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        simulator.start();
        servers().forEach(Node::start);
        simulator.awaitReady(deadline);
        for (Node server : servers()) {
            progress.accept("waiting for " + server.name());
            server.awaitReady(deadline);
        }
    }

    /** Starts what does not run and waits until all is ready. */
    public void heal() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        if (!simulator.isAlive()) {
            simulator.start();
        }
        servers().forEach(Node::startIfDead);
        simulator.awaitReady(deadline);
        servers().forEach(server -> server.awaitReady(deadline));
    }

    private List<Node> servers() {
        return Stream.concat(withStore ? Stream.of(store) : Stream.of(), nodes.stream())
                .toList();
    }

    public DurablePostgres postgres() {
        return postgres;
    }

    public Node store() {
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

    /** Of the servers of the plugin's nodes, without the plugin's path. */
    public String serverUrl() {
        return paymentsUrl().substring(0, paymentsUrl().lastIndexOf('/'));
    }

    public String paymentsUrl() {
        return ports.paymentsUrl();
    }

    public String simulatorUrl() {
        return ports.simulatorUrl();
    }

    /** Of the one store. */
    public String signingSecret() {
        return programs.credentials().signingSecret();
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
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
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
        servers().forEach(Node::stop);
        simulator.stop();
        postgres.close();
        paymentsDoor.close();
        storeDoor.close();
    }
}
