/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings the schema to this version. One sequence of versions for both databases; what their dialects do not share
 * lies in a folder of each. Nodes that start at once wait for each other.
 *
 * <p>Old and new nodes may share a database while they are being replaced: a migration adds first (expand), and only a
 * release in which nothing uses the old form any more takes it away (contract) and raises {@code oldest_known} in
 * {@code schema_compatibility}. A node that is older than that refuses to start and is no longer ready.
 */
public final class SchemaMigration {

    /** Any number that nobody else takes. */
    private static final long MIGRATION_LOCK = 7_274_267_541L;

    private SchemaMigration() {}

    /**
     * Migrates what is behind.
     *
     * @return the newest schema version that this version of the plugin knows
     * @throws IncompatibleSchema if the database is ahead of it by more than it can bear
     * @throws IllegalStateException if this deployment brings no migrations, as when a file of it is missing
     */
    public static int migrate(DataSource dataSource) {
        DataSource patient = PatientDataSource.of(dataSource, Silence.UNLIMITED);
        return migrate(patient, flyway(patient));
    }

    static int migrate(DataSource dataSource, Flyway flyway) {
        int known = known(flyway);
        if (known == 0) {
            throw new IllegalStateException("The migrations of the schema are not in this deployment");
        }
        requireCompatible(dataSource, known);
        alone(dataSource, flyway::migrate);
        return known;
    }

    /**
     * One node at a time, from the first look at the database on: Flyway's own lock begins only once its table is there.
     * An H2 file belongs to one process, so there a monitor does.
     */
    private static void alone(DataSource dataSource, Runnable work) {
        if (!vendor(dataSource).equals("postgresql")) {
            synchronized (SchemaMigration.class) {
                work.run();
            }
            return;
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + MIGRATION_LOCK + ")");
            try {
                work.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + MIGRATION_LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    /**
     * Where a database stands, to be shown to people.
     *
     * @param known the newest version that this version of the plugin brings
     * @param applied the newest version in the database; empty where there is none
     * @param pending how many migrations of this plugin were not run
     * @param failed how many began and did not end
     */
    public record Standing(String known, String applied, int pending, int failed, boolean compatible) {}

    /**
     * Asks on one connection: Flyway would take several, from a pool that others wait for.
     *
     * @throws RuntimeException if the database does not answer
     */
    public static Standing standing(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return standingOn(new TransactionAwareDataSource(dataSource, () -> true, () -> connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    private static Standing standingOn(DataSource dataSource) {
        Flyway flyway = flyway(dataSource);
        MigrationInfoService migrations = flyway.info();
        MigrationInfo[] all = migrations.all();
        return new Standing(
                newest(all, migration -> migration.getState().isResolved()),
                newest(all, migration -> migration.getState().isApplied()),
                migrations.pending().length,
                (int) Arrays.stream(all)
                        .filter(migration -> migration.getState().isFailed())
                        .count(),
                isCompatible(dataSource, known(flyway)));
    }

    private static String newest(MigrationInfo[] all, Predicate<MigrationInfo> wanted) {
        return Arrays.stream(all)
                .filter(wanted)
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElse("");
    }

    /** Whether one that knows that version can still work with the database: a newer node may have migrated it. */
    public static boolean isCompatible(DataSource dataSource, int known) {
        return oldestKnown(dataSource) <= known;
    }

    private static void requireCompatible(DataSource dataSource, int known) {
        int needed = oldestKnown(dataSource);
        if (needed > known) {
            throw new IncompatibleSchema(needed, known);
        }
    }

    private static Flyway flyway(DataSource dataSource) {
        return flyway(dataSource, "dev/saphan/schema/");
    }

    static Flyway flyway(DataSource dataSource, String folder) {
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:" + folder + "common", "classpath:" + folder + vendor(dataSource))
                .failOnMissingLocations(true)
                .table("saphan_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    /** The newest version among the migrations that this version brings. */
    private static int known(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .mapToInt(version -> version.getMajor().intValueExact())
                .max()
                .orElse(0);
    }

    /** Zero where no schema is yet. */
    private static int oldestKnown(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            if (!hasTable(connection, "schema_compatibility")) {
                return 0;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select max(oldest_known) from schema_compatibility")) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        var metadata = connection.getMetaData();
        String stored = metadata.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        try (ResultSet tables = metadata.getTables(connection.getCatalog(), connection.getSchema(), stored, null)) {
            return tables.next();
        }
    }

    private static String vendor(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
