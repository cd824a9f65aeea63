/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.trace;

import dev.saphan.chaos.cluster.Cluster;
import dev.saphan.demo.Programs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Jdbi;

/** Looks for every secret and every name of the story in the log, in all rows of all tables and in the support bundle. */
public final class Traces {

    /**
     * What may stand in which table, by the beginning of its name: {@code audit_entry} holds the name that somebody gave at
     * the sign-in. Nothing else stands anywhere.
     */
    private static final Map<String, Set<String>> MADE_FOR_IT = Map.of("shopper's", Set.of("audit_entry"));

    private final Cluster cluster;
    private final String session;
    private final Map<String, String> secrets;

    private Traces(Cluster cluster, String session, Map<String, String> secrets) {
        this.cluster = cluster;
        this.session = session;
        this.secrets = secrets;
    }

    /** Tells the story to a running node. */
    public static Traces of(Cluster cluster) throws IOException {
        Story story = new Story(cluster);
        story.tell();
        Map<String, String> secrets = new LinkedHashMap<>(story.secrets());
        secrets.put("API key", cluster.apiKey());
        secrets.put("guessed key", Story.GUESSED_KEY);
        secrets.put("guessed password", Story.GUESSED_PASSWORD);
        secrets.put("password", Programs.adminPassword());
        secrets.put("signing secret", cluster.signingSecret());
        secrets.put("secret key", "skey_test_saphandemo0000001");
        secrets.put("webhook secret", "c2FwaGFuLWRlbW8td2ViaG9vay1zZWNyZXQtMDAwMDE=");
        Story.PERSON.forEach((field, value) -> secrets.put("shopper's " + field, value));
        return new Traces(cluster, story.secrets().getOrDefault("session", ""), secrets);
    }

    /** What was looked for. */
    public Set<String> known() {
        return secrets.keySet();
    }

    /** What stands, by now, where it must not. */
    public List<String> found() throws IOException {
        Map<String, String> places = new TreeMap<>(tables(cluster.postgres().jdbi()));
        places.put("log", Files.readString(cluster.nodes().get(0).log()));
        places.putAll(bundle());
        List<String> found = new ArrayList<>();
        secrets.forEach((what, secret) -> places.forEach((where, text) -> {
            boolean mayStand = MADE_FOR_IT.entrySet().stream()
                    .anyMatch(made ->
                            what.startsWith(made.getKey()) && made.getValue().contains(where));
            int at = text.indexOf(secret);
            if (at >= 0 && !mayStand) {
                found.add(what + " in " + where + ": "
                        + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + secret.length() + 40)));
            }
        }));
        return found;
    }

    private static Map<String, String> tables(Jdbi database) {
        return database.withHandle(handle -> {
            Map<String, String> rows = new TreeMap<>();
            for (String table : handle.createQuery(
                            "select table_name from information_schema.tables where table_schema = 'public'")
                    .mapTo(String.class)
                    .list()) {
                rows.put(
                        table,
                        String.join(
                                "\n",
                                handle.createQuery("select cast(t as text) from \"" + table + "\" t")
                                        .mapTo(String.class)
                                        .list()));
            }
            return rows;
        });
    }

    private Map<String, String> bundle() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(cluster.paymentsUrl() + "/admin/export/support.zip?store=demo"))
                .header("Cookie", "saphan-session=" + session)
                .build();
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body()))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                files.put("bundle/" + file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (files.isEmpty()) {
            throw new IllegalStateException("There is no support bundle");
        }
        return files;
    }
}
