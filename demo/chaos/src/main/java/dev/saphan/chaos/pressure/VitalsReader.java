/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

import dev.saphan.chaos.Http;
import dev.saphan.chaos.cluster.Cluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Reads them of the first node: from its metrics, its process and its database. */
final class VitalsReader {

    private final Cluster cluster;
    private final Http http;
    private final long pid;

    VitalsReader(Cluster cluster, Http http) {
        this.cluster = cluster;
        this.http = http;
        this.pid = cluster.nodes().get(0).pid();
    }

    Vitals read() throws IOException {
        jcmd("GC.run");
        String metrics = http.get(cluster.serverUrl() + "/metrics").requireOk().body();
        Jdbi database = cluster.postgres().jdbi();
        return new Vitals(
                metric(metrics, "saphan_gateway_free_writes"),
                metric(metrics, "saphan_gateway_free_reads"),
                metric(metrics, "saphan_transactions_free"),
                count(database, ""),
                count(database, " and state like 'idle in transaction%'"),
                database.withHandle(handle -> handle.createQuery("select count(*) from scheduled_work where picked")
                        .mapTo(Long.class)
                        .one()),
                jcmd("Thread.print")
                        .lines()
                        .filter(line -> line.startsWith("\""))
                        .count(),
                heap());
    }

    private static long count(Jdbi database, String condition) {
        return database.withHandle(handle -> handle.createQuery(
                        "select count(*) from pg_stat_activity where application_name like 'PostgreSQL JDBC%'"
                                + " and pid <> pg_backend_pid()" + condition)
                .mapTo(Long.class)
                .one());
    }

    private static long metric(String metrics, String name) throws IOException {
        Matcher line = Pattern.compile("^" + name + "(?:\\{[^}]*})? ([0-9.E+]+)$", Pattern.MULTILINE)
                .matcher(metrics);
        if (!line.find()) {
            throw new IOException("No metric " + name);
        }
        return (long) Double.parseDouble(line.group(1));
    }

    private long heap() throws IOException {
        Matcher used = Pattern.compile("used ([0-9]+)K").matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IOException("The heap of the node cannot be read");
        }
        return Long.parseLong(used.group(1)) * 1024;
    }

    private String jcmd(String command) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
