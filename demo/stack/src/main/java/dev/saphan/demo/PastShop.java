/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import dev.saphan.past.Past;
import dev.saphan.past.PastPayment;
import dev.saphan.past.SimulatorHistory;
import dev.saphan.past.StoreHistory;
import dev.saphan.past.plugin.PluginDatabase;
import dev.saphan.secret.Keyset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The months before a demo's first start, the same in simulator, store and plugin.
 *
 * <ol>
 *   <li>The store gets a file that it reads when it starts.
 *   <li>The plugin's database is written before the plugin opens it, with Omise's events marked as read.
 *   <li>The simulator is told once it is up.
 * </ol>
 *
 * Only where there is no data yet. A first start that broke off begins anew: the demo was never ready, so nothing that is
 * lost was anybody's.
 */
final class PastShop {

    private static final long SEED = 2_604;
    private static final int DAYS = 120;
    private static final int AT_ONCE = 500;

    /** How far Omise's list of events goes back. */
    private static final Duration EVENTS = Duration.ofDays(7);

    private final Path home;
    private final Ports ports;
    private final Path begun;
    private final Instant present = Instant.ofEpochMilli(System.currentTimeMillis());
    private final Past past;

    PastShop(Path home, Ports ports, int payments) {
        this.home = home;
        this.ports = ports;
        this.begun = home.resolve("history-begun");
        this.past = new Past(SEED, payments, DAYS, present);
    }

    boolean isMissing() {
        boolean fresh =
                Stream.of("simulator", "payments", "store").noneMatch(program -> Files.exists(home.resolve(program)));
        return past.count() > 0 && (fresh || Files.exists(begun));
    }

    /**
     * Writes what must be there before a program starts.
     *
     * @param store starts the store, once its file is written
     * @param simulator starts the simulator
     */
    void write(Runnable store, Runnable simulator) {
        try {
            beginAnew();
            List<PastPayment> payments = past.payments().toList();
            Files.createDirectories(home.resolve("store"));
            Files.writeString(
                    home.resolve("store").resolve("history.json"),
                    new StoreHistory(ports.paymentsUrl() + "/pay/").json(payments));
            store.run();
            simulator.run();
            writePlugin();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the history", e);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write the history", e);
        }
    }

    private void beginAnew() throws IOException {
        Files.createDirectories(home);
        Files.writeString(begun, present.toString());
        for (String program : List.of("simulator", "payments", "store")) {
            delete(home.resolve(program));
        }
    }

    private void writePlugin() throws SQLException {
        Path data = home.resolve("payments");
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:file:" + data.resolve("saphan"), "sa", "");
        try {
            PluginDatabase plugin = new PluginDatabase(
                    database, Programs.STORE_ID, ports.storeUrl() + "/", Keyset.make(data.resolve("keyset.json")));
            plugin.migrate();
            plugin.fillWithWork(past, present, written -> {});
            plugin.readEventsFrom(present);
        } finally {
            database.dispose();
        }
    }

    void tellSimulator() {
        SimulatorHistory history = new SimulatorHistory(ports.paymentsUrl() + "/return/", present.minus(EVENTS));
        List<PastPayment> payments = past.payments().toList();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int from = 0; from < payments.size(); from += AT_ONCE) {
            tell(http, history.json(payments.subList(from, Math.min(from + AT_ONCE, payments.size()))));
        }
    }

    private void tell(HttpClient http, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ports.simulatorUrl() + "/_sim/history"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The simulator does not take the history: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All three have it and are ready. */
    void isThere() {
        try {
            Files.deleteIfExists(begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
