/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.Webhooks;
import dev.saphan.secret.Digests;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.StoreId;
import dev.saphan.storefront.Storefronts;
import dev.saphan.testing.InMemoryOmise;
import dev.saphan.testing.Node;
import dev.saphan.testing.StoppedClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Two plugins on one PostgreSQL, a gateway in memory, a storefront, and a clock that stands still: all under control. */
final class Arena {

    static final StoreId STORE = new StoreId("shop");

    private static final String BLOCKED = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and state = 'active' and cardinality(pg_blocking_pids(pid)) > 0";

    /** For the questions of {@link Books}. */
    private static final List<String> INDEXES = List.of(
            "payment (order_reference)",
            "order_command (subject_id)",
            "inbound_event (event_id)",
            "history (payment_id, kind)");

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-03-02T03:00:00Z"));
    private final InMemoryOmise omise = new InMemoryOmise(clock, Actor.STEPS);
    private final KeepingStorefront storefront = new KeepingStorefront();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "actor");
        thread.setDaemon(true);
        return thread;
    });
    private final DataSource watching;
    private final PreparedStatement blocked;
    private final List<Node> nodes;

    private Arena(EmbeddedPostgres server, String database) {
        try {
            execute(server.getPostgresDatabase(), "create database " + database);
            String url = server.getJdbcUrl("postgres", database);
            Seal seal = Keyset.parse(Keyset.generate());
            nodes = Stream.of(1, 2).map(number -> node(pool(url), seal)).toList();
            watching = pool(url);
            for (String index : INDEXES) {
                execute(watching, "create index on " + index);
            }
            execute(
                    watching,
                    "insert into app_user (name, created_at) values ('anna', now()), ('boris', now()), ('carla', now())");
            execute(watching, "insert into user_grant select name, 'shop', 'approver' from app_user");
            blocked = watching.getConnection().prepareStatement(BLOCKED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One is enough, and sooner there, where only a few schedules are run. */
    private static final int COUNT = Integer.getInteger("saphan.race.arenas", 2);

    private static final class Open {

        static final List<Arena> ARENAS = open();

        private static List<Arena> open() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("deadlock_timeout", "100ms")
                        .setServerConfig("autovacuum", "off")
                        .start();
                return IntStream.rangeClosed(1, COUNT)
                        .mapToObj(number -> new Arena(server, "arena" + number))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** They know nothing of each other, and serve all tests: every schedule has an order of its own. */
    static List<Arena> all() {
        return Open.ARENAS;
    }

    Schedule schedule(long seed) {
        return new Schedule(seed, threads, this::blocked);
    }

    List<Node> nodes() {
        return nodes;
    }

    InMemoryOmise omise() {
        return omise;
    }

    StoppedClock clock() {
        return clock;
    }

    KeepingStorefront storefront() {
        return storefront;
    }

    Connection connect() throws SQLException {
        return watching.getConnection();
    }

    private int blocked() {
        try (ResultSet rows = blocked.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Node node(DataSource database, Seal seal) {
        Map<String, String> settings = Map.of(
                "saphan.public-url",
                "https://pay.example/payments",
                "saphan.stores",
                STORE.value(),
                "saphan.store.shop.test.secret-key",
                "skey_test_saphandemo0000001",
                "saphan.store.shop.refund-approval-above.THB",
                "50000",
                "saphan.store.shop.refund-budget.refunder.THB",
                "60000",
                "saphan.store.shop.test.api-key-sha256",
                Digests.sha256("test-api-key"));
        Node node = new Node(
                database,
                settings,
                clock,
                seal,
                Actor.STEPS,
                Map.of(Gateway.class, omise, Webhooks.class, new PlainWebhooks()));
        node.get(Storefronts.class).register(STORE, storefront);
        return node;
    }

    /** Somebody new who may refund within a budget. Answers their name. */
    String refunder() {
        String name = "refunder-" + UUID.randomUUID();
        try {
            execute(watching, "insert into app_user (name, created_at) values ('" + name + "', now())");
            execute(watching, "insert into user_grant values ('" + name + "', 'shop', 'refunder')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private static void execute(DataSource database, String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static DataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
