/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import dev.saphan.job.JobPulse;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** How many there are of what, by status. */
@Wired
class CountsPart implements BundlePart {

    private static final int SECONDS = 20;

    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("Payments", "select mode, status, count(*) from payment where store_id = ? group by mode, status");
        QUERIES.put(
                "Attempts",
                "select p.mode, a.status, count(*) from attempt a join payment p on p.id = a.payment_id"
                        + " where p.store_id = ? group by p.mode, a.status");
        QUERIES.put(
                "Refunds",
                "select p.mode, r.status, count(*) from refund r join payment p on p.id = r.payment_id"
                        + " where p.store_id = ? group by p.mode, r.status");
        QUERIES.put(
                "What needs a person",
                "select p.mode, n.kind, count(*) from payment_attention n join payment p on p.id = n.payment_id"
                        + " where p.store_id = ? group by p.mode, n.kind");
        QUERIES.put(
                "Events of Omise",
                "select mode, case when processed_at is null then 'waiting' else 'processed' end, count(*)"
                        + " from inbound_event where store_id = ?"
                        + " group by mode, case when processed_at is null then 'waiting' else 'processed' end");
        QUERIES.put(
                "Messages to the storefront",
                "select mode, status, count(*) from order_command where store_id = ? group by mode, status");
    }

    private final DataSource dataSource;
    private final JobPulse pulse;

    @Inject
    CountsPart(DataSource dataSource, JobPulse pulse) {
        this.dataSource = dataSource;
        this.pulse = pulse;
    }

    @Override
    public String name() {
        return "3-counts.txt";
    }

    @Override
    public String text(BundleRequest request) throws SQLException {
        Facts facts = new Facts();
        try (Connection connection = dataSource.getConnection()) {
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                facts.title(query.getKey());
                count(connection, query.getValue(), request.store().id().value(), facts);
            }
        }
        if (request.installation()) {
            facts.title("Work that is entered, all stores");
            pulse.entered().forEach(facts::fact);
            facts.title("Work, all stores").line(pulse.read().toString());
        }
        return facts.text();
    }

    private static void count(Connection connection, String query, String store, Facts facts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setQueryTimeout(SECONDS);
            statement.setString(1, store);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    facts.fact(rows.getString(1) + " " + rows.getString(2), rows.getLong(3));
                }
            }
        }
    }
}
