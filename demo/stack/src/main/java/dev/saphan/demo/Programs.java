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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How simulator, plugin and sample store are run, each as a process on the loopback interface. */
public final class Programs {

    static final String STORE_ID = "demo";
    static final List<String> ROLES = List.of("admin", "approver", "refunder", "cashier", "viewer");

    /** These servers live for minutes and share few cores: they compile quickly rather than well. */
    public static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String LOOPBACK_ONLY = """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            """;

    private final Path root;
    private final Path home;
    private final Ports ports;
    private final Credentials credentials;
    private final List<String> virtualMachine;

    /**
     * @param root of the project, where the built artifacts lie
     * @param home folder for data, logs and credentials
     */
    public Programs(Path root, Path home, Ports ports) {
        this(root, home, ports, QUICK_TO_START);
    }

    /** @param virtualMachine options of the plugin's and the store's; none, as in production */
    public Programs(Path root, Path home, Ports ports, List<String> virtualMachine) {
        this.virtualMachine = virtualMachine;
        this.root = root.toAbsolutePath();
        this.home = home.toAbsolutePath();
        this.ports = ports;
        this.credentials = Credentials.in(this.home);
    }

    /** Of the user {@code admin}. */
    public static String adminPassword() {
        return Credentials.passwordOf("admin");
    }

    public Credentials credentials() {
        return credentials;
    }

    public Service simulator() {
        return new Service(
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

    /**
     * The plugin as it is built, in front of a database file of its own.
     *
     * @param more settings beyond those of the demo, or other than those
     */
    public Service payments(Map<String, String> more) {
        Map<String, String> own = new HashMap<>(ownDatabase());
        own.putAll(more);
        return payments("payments", ports.payments(), runnableJar(), own);
    }

    /**
     * A node of the plugin.
     *
     * @param jar what to run, with arguments: {@link #runnableJar()}, or {@link #war(Path)} of another build
     * @param database the settings {@code saphan.database.*}, and others that differ from the demo's
     */
    public Service payments(String name, int port, List<String> jar, Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(paymentSettings());
        settings.putAll(people());
        settings.putAll(database);
        return payara(name, port, jar, settings);
    }

    public List<String> runnableJar() {
        return List.of(artifact("plugin-ear/target/saphan-payara-micro.jar"));
    }

    public List<String> war(Path war) {
        return List.of(
                artifact("demo/stack/target/server/payara-micro.jar"),
                "--contextroot",
                "payments",
                "--deploy",
                war.toString());
    }

    private Map<String, String> paymentSettings() {
        String store = "saphan.store." + STORE_ID + ".";
        return Map.ofEntries(
                Map.entry("saphan.public-url", ports.paymentsUrl()),
                Map.entry("saphan.omise.url", ports.simulatorUrl()),
                Map.entry("saphan.data-dir", home.resolve("payments").toString()),
                Map.entry("saphan.stores", STORE_ID),
                Map.entry(store + "name", "Sample store"),
                Map.entry(store + "test.secret-key", Credentials.SECRET_KEY),
                Map.entry(store + "test.public-key", Credentials.PUBLIC_KEY),
                Map.entry(store + "test.webhook-secret", Credentials.WEBHOOK_SECRET),
                Map.entry(store + "test.api-key-sha256", credentials.apiKeyHash()),
                Map.entry(store + "order-port.url", ports.storeUrl() + "/saphan/commands"),
                Map.entry(store + "order-port.signing-secret", credentials.signingSecret()),
                Map.entry("saphan.order-port.allow-private", "true"),
                Map.entry("saphan.users", String.join(",", ROLES)));
    }

    /** One person for each role, with its name. */
    private static Map<String, String> people() {
        return ROLES.stream()
                .collect(Collectors.toMap(role -> "saphan.user." + role + ".password", Credentials::passwordOf));
    }

    private Map<String, String> ownDatabase() {
        return Map.of("saphan.database.url", durable(home.resolve("payments").resolve("saphan")));
    }

    /** An H2 file that has each commit on disk before it is acknowledged. */
    private static String durable(Path file) {
        return "jdbc:h2:file:" + file + ";WRITE_DELAY=0";
    }

    public Service store() {
        return store(ports.store());
    }

    /** The store on another port than the one by which it is known, behind something that passes requests on. */
    public Service store(int port) {
        return payara(
                "store",
                port,
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
                        "store.database.url", durable(home.resolve("store").resolve("store")),
                        "store.history-file",
                                home.resolve("store").resolve("history.json").toString()));
    }

    /** A Payara Micro: the plugin as its runnable jar, the store as a war beside the server's jar. */
    private Service payara(String name, int port, List<String> jar, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx768m"));
        command.addAll(virtualMachine);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.addAll(jar);
        command.addAll(List.of("--port", String.valueOf(port), "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--prebootcommandfile", loopbackOnly()));
        return new Service(name, home.resolve(name), command, URI.create("http://localhost:" + port + "/health/ready"));
    }

    /** Payara Micro has no argument for the interface; it runs this command before it opens the port. */
    private String loopbackOnly() {
        Path file = home.resolve("loopback.txt");
        try {
            Files.createDirectories(home);
            Files.writeString(file, LOOPBACK_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        return file.toString();
    }

    private String artifact(String path) {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException(path + " is not built; bin/demo builds it");
        }
        return file.toString();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
