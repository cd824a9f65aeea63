/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import dev.saphan.demo.Ports;
import dev.saphan.demo.Programs;
import dev.saphan.demo.Service;
import dev.saphan.past.Past;
import dev.saphan.past.plugin.PluginDatabase;
import dev.saphan.secret.Keyset;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A plugin with so many payments behind it. */
final class Installation {

    /** The same shop with more or less of a past: else pages would be full among many and half empty among few. */
    private static final long PAYMENTS_A_DAY = 2_740;

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final String name;
    private final Past past;
    private final Postgres postgres;
    private final String keyset = Keyset.generate();
    private final int port = Ports.freePort();
    private final Service node;

    Installation(String name, long payments, Options options, Postgres postgres, Programs programs, Instant present) {
        this.name = name;
        this.past = new Past(options.seed(), payments, Math.toIntExact(payments / PAYMENTS_A_DAY) + 1, present);
        this.postgres = postgres;
        Map<String, String> settings = new HashMap<>(postgres.settings(name));
        settings.put("saphan.keyset", keyset);
        // what is measured is how fast it is, not how much it lets in
        for (String limit : List.of("requests.key", "requests.store", "requests.address", "attempts-of-a-payment")) {
            settings.put("saphan.limits." + limit, "1000000/PT1M");
        }
        this.node = programs.payments(name, port, programs.runnableJar(), settings);
    }

    void fill(Consumer<String> progress) throws SQLException {
        DataSource database = postgres.create(name);
        PluginDatabase plugin =
                new PluginDatabase(database, "demo", "http://localhost:8070/orders", Keyset.parse(keyset));
        plugin.migrate();
        plugin.fill(past, written -> {
            if (written % 50_000 == 0) {
                progress.accept(String.format(Locale.ROOT, "%,d of %,d payments", written, past.count()));
            }
        });
        Postgres.settle(database);
    }

    void start() {
        node.start();
        node.awaitReady(System.nanoTime() + LONGEST_START.toNanos());
    }

    Admin admin(String password) throws IOException {
        Admin admin = new Admin("http://localhost:" + port + "/payments");
        admin.signIn("admin", password);
        return admin;
    }

    Tasks tasks(long seed) {
        return new Tasks(past, seed);
    }

    void stop() {
        node.stop();
    }
}
