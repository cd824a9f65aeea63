/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the processes: started with its output in a log file, ready when its health address says so. Once it ended it
 * may be started again, and its log goes on.
 */
public final class Service {

    /** Not HTTP/2: a connection half upgraded to it by a server that is still coming up answers nothing for ever. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private static final Duration POLL = Duration.ofMillis(300);
    private static final int SECONDS_TO_STOP = 25;

    private final String name;
    private final Path directory;
    private final List<String> command;
    private final URI health;
    private @Nullable Process process;
    private long logBefore;

    /** Prepares; nothing runs yet. */
    public Service(String name, Path directory, List<String> command, URI health) {
        this.name = name;
        this.directory = directory;
        this.command = command;
        this.health = health;
    }

    public synchronized void start() {
        try {
            Files.createDirectories(directory);
            logBefore = Files.exists(log()) ? Files.size(log()) : 0;
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** @throws IllegalStateException with the end of its log, if it ended or the time (of the nano clock) is over */
    public void awaitReady(long deadline) {
        awaitReady(deadline, () -> {});
    }

    /** As {@link #awaitReady(long)}, doing something again and again meanwhile. */
    public void awaitReady(long deadline, Runnable meanwhile) {
        while (!isReady()) {
            meanwhile.run();
            if (!isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        name + " did not come up; its log ends with:\n" + endOfLog() + "\n(" + log() + ")");
            }
            pause();
        }
    }

    public String name() {
        return name;
    }

    public Path log() {
        return directory.resolve(name + ".log");
    }

    /** @throws IllegalStateException if it was never started */
    public long pid() {
        Process present = running();
        if (present == null) {
            throw new IllegalStateException(name + " does not run");
        }
        return present.pid();
    }

    public boolean isAlive() {
        Process present = running();
        return present != null && present.isAlive();
    }

    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether its log holds such a text since it was started last. */
    public synchronized boolean hasSaid(Pattern text) {
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
            file.seek(logBefore);
            byte[] bytes = new byte[(int) (file.length() - logBefore)];
            file.readFully(bytes);
            return text.matcher(new String(bytes, StandardCharsets.UTF_8)).find();
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks it to stop, and ends it if it does not. */
    public void stop() {
        Process present = running();
        if (present == null) {
            return;
        }
        present.destroy();
        try {
            if (!present.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                present.destroyForcibly().waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            present.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** As a power cut would. */
    public void kill() {
        Process present = running();
        if (present == null) {
            return;
        }
        try {
            present.destroyForcibly().waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Process running() {
        return process;
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
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
