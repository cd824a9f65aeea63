/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
    private static final Duration POLL = Duration.ofMillis(300);
    private static final String STORE_ID = "demo";

    private final Path root;
    private final Path home;
    private final Ports ports;
    private final Credentials credentials;
    private final List<Service> services = new ArrayList<>();
    private volatile boolean closing;

    /**
     * Prepares; nothing runs yet.
     *
     * @param root of the project, where the built artifacts lie
     * @param home folder for data, logs and credentials
     */
    public Stack(Path root, Path home, Ports ports) {
        this.root = root.toAbsolutePath();
        this.home = home.toAbsolutePath();
        this.ports = ports;
        this.credentials = Credentials.in(this.home);
    }

    /**
     * Starts all three and waits until they are ready.
     *
     * @throws IllegalStateException naming the process that did not come up and the end of its log
     */
    public void start(Consumer<String> progress) {
        ports.requireFree();
        services.add(simulator());
        services.add(payments());
        services.add(store());
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        for (Service service : services) {
            progress.accept("waiting for " + service.name());
            awaitReady(service, deadline);
        }
        writeJson();
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
        return credentials.apiKey();
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

    private Service simulator() {
        return Service.start(
                "simulator",
                home.resolve("simulator"),
                List.of(
                        java(),
                        "-Xmx256m",
                        "-jar",
                        artifact("demo/omise-simulator/target/omise-simulator-all.jar"),
                        "--port",
                        String.valueOf(ports.simulator()),
                        "--data-dir",
                        home.resolve("simulator").toString(),
                        "--allow-loopback-http",
                        "--public-url",
                        ports.simulatorUrl(),
                        "--webhook-url",
                        ports.paymentsUrl() + "/webhooks/omise/" + STORE_ID),
                URI.create(ports.simulatorUrl() + "/_sim/health"));
    }

    private Service payments() {
        String store = "saphan.store." + STORE_ID + ".";
        Path data = home.resolve("payments");
        return payara(
                "payments",
                ports.payments(),
                List.of(artifact("plugin-ear/target/saphan-payara-micro.jar")),
                Map.ofEntries(
                        Map.entry("saphan.public-url", ports.paymentsUrl()),
                        Map.entry("saphan.omise.url", ports.simulatorUrl()),
                        Map.entry("saphan.data-dir", data.toString()),
                        Map.entry("saphan.database.url", "jdbc:h2:file:" + data.resolve("saphan") + ";WRITE_DELAY=0"),
                        Map.entry("saphan.stores", STORE_ID),
                        Map.entry(store + "name", "Sample store"),
                        Map.entry(store + "test.secret-key", Credentials.SECRET_KEY),
                        Map.entry(store + "test.public-key", Credentials.PUBLIC_KEY),
                        Map.entry(store + "test.webhook-secret", Credentials.WEBHOOK_SECRET),
                        Map.entry(store + "test.api-key-sha256", credentials.apiKeyHash()),
                        Map.entry(store + "order-port.url", ports.storeUrl() + "/saphan/commands"),
                        Map.entry(store + "order-port.signing-secret", credentials.signingSecret()),
                        Map.entry("saphan.order-port.allow-private", "true"),
                        Map.entry("saphan.user.admin.password", Credentials.ADMIN_PASSWORD),
                        Map.entry("saphan.user.cashier.password", Credentials.CASHIER_PASSWORD)));
    }

    private Service store() {
        return payara(
                "store",
                ports.store(),
                List.of(
                        artifact("demo/stack/target/server/payara-micro.jar"),
                        "--contextroot",
                        "/",
                        "--deploy",
                        artifact("demo/sample-store/target/sample-store.war")),
                Map.of(
                        "store.public-url", ports.storeUrl(),
                        "store.payments.url", ports.paymentsUrl(),
                        "store.payments.api-key", credentials.apiKey(),
                        "store.payments.signing-secret", credentials.signingSecret(),
                        "store.database.url",
                                "jdbc:h2:file:" + home.resolve("store").resolve("store")));
    }

    /** A Payara Micro: the plugin as its runnable jar, the store as a war beside the server's jar. */
    private Service payara(String name, int port, List<String> jar, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx768m"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.addAll(jar);
        command.addAll(List.of("--port", String.valueOf(port), "--nohazelcast", "--disablephonehome"));
        return Service.start(
                name, home.resolve(name), command, URI.create("http://localhost:" + port + "/health/ready"));
    }

    private void awaitReady(Service service, long deadline) {
        while (!service.isReady()) {
            if (!service.isAlive() || System.nanoTime() > deadline) {
                String end = end(service.log());
                close();
                throw new IllegalStateException(
                        service.name() + " did not come up; its log ends with:\n" + end + "\n(" + service.log() + ")");
            }
            pause();
        }
    }

    private void writeJson() {
        try {
            Files.writeString(home.resolve("demo.json"), DemoJson.of(ports, credentials, STORE_ID));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String artifact(String path) {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException(path + " is not built; bin/demo builds it");
        }
        return file.toString();
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
