/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Payara Micro as a process of its own, configured by system properties, on the loopback interface. */
final class PayaraMicro implements AutoCloseable {

    private static final String LOOPBACK = "set configs.config.server-config.network-config.network-listeners"
            + ".network-listener.http-listener.address=127.0.0.1\n";

    private static final Duration LONGEST_START = Duration.ofMinutes(6);

    private final int port = FreePorts.one();
    private final Path log;
    private final Process process;

    /**
     * Starts; {@link #awaitReady} waits for it.
     *
     * @param jar what to run, with its arguments
     * @param settings system properties
     */
    PayaraMicro(Path target, Jdk jdk, List<String> jar, Map<String, String> settings) {
        try {
            Path directory = Files.createTempDirectory(target, "micro");
            this.log = directory.resolve("micro.log");
            Path boot = Files.writeString(directory.resolve("loopback.txt"), LOOPBACK);
            List<String> command = new ArrayList<>(
                    List.of(jdk.java().toString(), "-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
            settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
            command.add("-Dsaphan.public-url=" + payments().resolve("/payments"));
            command.add("-jar");
            command.addAll(jar);
            command.addAll(List.of("--port", String.valueOf(port), "--prebootcommandfile", boot.toString()));
            this.process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() throws IOException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest health = HttpRequest.newBuilder(payments().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> !process.isAlive()
                        || http.send(health, BodyHandlers.discarding()).statusCode() == 200);
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    /** Ends in {@code /payments/}. */
    URI payments() {
        return URI.create("http://127.0.0.1:" + port + "/payments/");
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
