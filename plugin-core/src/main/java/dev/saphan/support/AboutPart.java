/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import dev.saphan.persistence.SchemaMigration;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;

/** Which versions of what run here. */
@Wired
class AboutPart implements BundlePart {

    private static final String POM = "/META-INF/maven/dev.saphan/plugin-core/pom.properties";
    private static final long MEGABYTE = 1 << 20;

    private final DataSource dataSource;
    private final Clock clock;

    @Inject
    AboutPart(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "1-about.txt";
    }

    @Override
    public String text(BundleRequest request) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return new Facts()
                .fact("Saphan support bundle, made at", clock.instant())
                .fact("Store", request.store().id())
                .fact("Plugin", version())
                .fact("Schema", schema())
                .fact("Server", request.server())
                .fact("Java", System.getProperty("java.version") + " " + System.getProperty("java.vendor"))
                .fact("System", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .fact("Processors", runtime.availableProcessors())
                .fact(
                        "Memory, MB, used of most",
                        (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE + " of "
                                + runtime.maxMemory() / MEGABYTE)
                .fact("Running for", up)
                .fact("Database", database())
                .line("")
                .line("Taken out: keys, secrets, tokens, passwords, names, e-mail, telephone and network addresses,")
                .line("card and barcode numbers, and of web addresses all but the host.")
                .line("Left out: shoppers' data, reasons of refunds, people's accounts, the audit trail.")
                .line(
                        request.installation()
                                ? "The log holds the last lines of this node only, from its start on."
                                : "Left out, because an admin of single stores asked: the installation's work and log.")
                .text();
    }

    private static String version() throws IOException {
        try (InputStream stream = AboutPart.class.getResourceAsStream(POM)) {
            if (stream == null) {
                return "not from a jar";
            }
            Properties pom = new Properties();
            pom.load(stream);
            return pom.getProperty("version");
        }
    }

    private String schema() {
        try {
            SchemaMigration.Standing standing = SchemaMigration.standing(dataSource);
            return standing.applied() + " (this plugin knows " + standing.known() + ")";
        } catch (RuntimeException e) {
            return "not known: " + e.getClass().getSimpleName();
        }
    }

    private String database() {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion() + ", driver "
                    + about.getDriverVersion();
        } catch (SQLException e) {
            return "not known: " + e.getClass().getSimpleName();
        }
    }
}
