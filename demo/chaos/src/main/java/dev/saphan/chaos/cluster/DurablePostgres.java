/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that keeps what it committed: started again on the same folder after it was stopped or killed. Its
 * embedded form comes with durability switched off, so the settings are made here and asked for after every start.
 */
public final class DurablePostgres implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final int SECONDS_TO_DIE = 20;

    /** It tells every step, and wonders when it finds the server killed. Kept, for else its level is forgotten. */
    private static final Logger STARTER = Logger.getLogger("io.zonky.test");

    static {
        STARTER.setLevel(Level.OFF);
    }

    private final Path data;
    private final Path log;
    private final int port;
    private @Nullable EmbeddedPostgres running;

    DurablePostgres(Path home, int port) {
        this.data = home.resolve("data");
        this.log = home.resolve("postgres.log");
        this.port = port;
    }

    /** @throws IllegalStateException if it does not promise to keep what it commits */
    public synchronized void start() {
        try {
            Files.createDirectories(data);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(LONGEST_START)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            DURABLE.forEach(builder::setServerConfig);
            running = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not come up; its log is " + log, e);
        }
        DURABLE.forEach(this::require);
    }

    private void require(String setting, String wanted) {
        String found = jdbi().withHandle(handle ->
                handle.createQuery("show " + setting).mapTo(String.class).one());
        if (!found.equals(wanted)) {
            throw new IllegalStateException(
                    "PostgreSQL runs with " + setting + "=" + found + "; nothing is proved by such a run");
        }
    }

    public synchronized Jdbi jdbi() {
        EmbeddedPostgres present = running;
        if (present == null) {
            throw new IllegalStateException("PostgreSQL is stopped");
        }
        return Jdbi.create(present.getPostgresDatabase());
    }

    /** Orderly: sessions are ended, what is committed is on disk. */
    public synchronized void stop() {
        EmbeddedPostgres present = running;
        running = null;
        if (present != null) {
            try {
                present.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not stop", e);
            }
        }
    }

    /** SIGKILL of the postmaster; its children end when they notice. */
    public synchronized void kill() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        var children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        awaitEnd(postmaster);
        children.forEach(DurablePostgres::awaitEnd);
        stop();
    }

    /** SIGSTOP of all its processes: it takes connections, and answers nothing. */
    public synchronized void freeze() {
        signal("STOP");
    }

    /** It goes on where it was. */
    public synchronized void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, String.valueOf(postmaster.pid())));
        postmaster.descendants().forEach(child -> command.add(String.valueOf(child.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not run", e);
        }
    }

    /** The shared memory must be free before the next start. */
    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS_TO_DIE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Process " + process.pid() + " of PostgreSQL does not end", e);
        }
    }

    /** The plugin's settings for this database. */
    Map<String, String> settings() {
        return Map.of(
                "saphan.database.driver", "org.postgresql.ds.PGSimpleDataSource",
                "saphan.database.url", "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres",
                "saphan.database.user", "postgres",
                "saphan.database.password", "postgres");
    }

    @Override
    public void close() {
        stop();
    }
}
