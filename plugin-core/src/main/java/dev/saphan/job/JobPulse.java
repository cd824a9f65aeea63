/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import dev.saphan.persistence.Utc;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells from the table of work whether work is done. */
@Wired
public class JobPulse {

    /** Work is taken within a second of its time; whatever waits longer than this is not taken. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final DataSource dataSource;
    private final JobRunner runner;
    private final Clock clock;

    @Inject
    JobPulse(DataSource dataSource, JobRunner runner, Clock clock) {
        this.dataSource = dataSource;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * How it stands with the work of all nodes.
     *
     * @param takenHere whether this node takes work
     * @param lastDone when regular work last succeeded
     * @param overdue how much is due and not taken
     * @param oldestDue when the oldest of that was due
     * @param stuck how much was taken by a node that gave no sign of life since
     * @param givenUp how much is no longer tried
     */
    public record Reading(
            boolean takenHere,
            Optional<Instant> lastDone,
            long overdue,
            Optional<Instant> oldestDue,
            long stuck,
            long givenUp) {}

    /** @throws SQLException if the database does not answer */
    public Reading read() throws SQLException {
        OffsetDateTime late = Utc.of(clock.instant().minus(LATE));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select (select max(last_success) from scheduled_work),
                          (select count(*) from scheduled_work where picked = false and execution_time < ?),
                          (select min(execution_time) from scheduled_work where picked = false and execution_time < ?),
                          (select count(*) from scheduled_work where picked = true and last_heartbeat < ?),
                          (select count(*) from job_failure where dead = true)""")) {
            statement.setObject(1, late);
            statement.setObject(2, late);
            statement.setObject(3, late);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Reading(
                        runner.isRunning(), time(row, 1), row.getLong(2), time(row, 3), row.getLong(4), row.getLong(5));
            }
        }
    }

    /**
     * How much of each kind of work is entered.
     *
     * @throws SQLException if the database does not answer
     */
    public Map<String, Long> entered() throws SQLException {
        Map<String, Long> entered = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select task_name, count(*) from scheduled_work group by task_name");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entered.put(rows.getString(1), rows.getLong(2));
            }
        }
        return entered;
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
