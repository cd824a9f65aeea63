/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Payara Server domain of its own, configured by environment variables, driven by {@code asadmin}. */
final class PayaraServer implements AutoCloseable {

    private static final String DOMAIN = "saphan";
    private static final int MINUTES = 4;

    /** Of the ports that a domain takes, counted from its base. */
    private static final int PORTS = 100;

    private final int portBase = FreePorts.row(PORTS);
    private final Path asadmin;
    private final Jdk jdk;
    private final Path domains;
    private final Map<String, String> settings;

    /** @param server folder of the unpacked distribution */
    PayaraServer(Path target, String server, Jdk jdk, Map<String, String> settings) {
        this.asadmin = target.resolve("server").resolve(server).resolve("bin/asadmin");
        this.jdk = jdk;
        this.settings = settings;
        try {
            this.domains = Files.createTempDirectory(target, "domains");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        asadmin.toFile().setExecutable(true);
        run(
                "create-domain",
                "--nopassword",
                "--portbase",
                String.valueOf(portBase),
                "--domaindir",
                domains.toString(),
                DOMAIN);
        keepToThisMachine();
        run("start-domain", "--domaindir", domains.toString(), DOMAIN);
    }

    /** No cluster, no calls home, and nobody but this machine reaches it. */
    private void keepToThisMachine() {
        Path configuration = domains.resolve(DOMAIN).resolve("config/domain.xml");
        try {
            Files.writeString(
                    configuration,
                    Files.readString(configuration)
                            .replaceAll(
                                    "<network-listener (?![^>]*address=)", "<network-listener address=\"127.0.0.1\" ")
                            .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                            .replace(
                                    "<hazelcast-config-specific-configuration",
                                    "<phone-home-runtime-configuration enabled=\"false\"/>"
                                            + "<hazelcast-config-specific-configuration enabled=\"false\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deploy(Path archive) {
        run("--port", String.valueOf(portBase + 48), "deploy", archive.toString());
    }

    String url() {
        return "http://localhost:" + (portBase + 80);
    }

    Path log() {
        return domains.resolve(DOMAIN).resolve("logs/server.log");
    }

    @Override
    public void close() {
        run("stop-domain", "--domaindir", domains.toString(), DOMAIN);
    }

    private void run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(asadmin.toString(), "--user", "admin", "--interactive=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        builder.environment().put("AS_JAVA", jdk.home().toString());
        settings.forEach((key, value) -> builder.environment().put(variable(key), value));
        builder.environment().put(variable("saphan.public-url"), url() + "/payments");
        try {
            Path output = Files.createTempFile(domains, "asadmin", ".log");
            Process process = builder.redirectOutput(output.toFile()).start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", arguments) + ":\n" + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As MicroProfile Config looks a setting up in the environment. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
