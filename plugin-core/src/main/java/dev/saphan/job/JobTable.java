/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.saphan.persistence.Transactions;
import dev.saphan.persistence.Utc;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Jobs as rows of db-scheduler. Inside a transaction the data source gives the transaction's own connection, so work is
 * entered if and only if the change that asks for it is kept.
 */
@Wired
class JobTable implements Jobs {

    private final DataSource dataSource;
    private final Map<Lane, SchedulerClient> clients = new EnumMap<>(Lane.class);
    private final Instance<Job> jobs;
    private final LaneBells bells;
    private final Transactions transactions;
    private final Clock clock;
    private volatile Map<String, Lane> lanes = Map.of();

    @Inject
    JobTable(DataSource dataSource, @Any Instance<Job> jobs, LaneBells bells, Transactions transactions, Clock clock) {
        for (Lane lane : Lane.values()) {
            clients.put(
                    lane,
                    SchedulerClient.Builder.create(dataSource)
                            .tableName(lane.table())
                            .build());
        }
        this.dataSource = dataSource;
        this.jobs = jobs;
        this.bells = bells;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void schedule(String job, String id, Instant due) {
        if (client(job).scheduleIfNotExists(new TaskInstance<Void>(job, id), due)) {
            ring(job, due);
        }
    }

    @Override
    public void enter(String job, String id, Instant due) {
        client(job).scheduleBatch(List.of(new TaskInstance<Void>(job, id)), due);
        ring(job, due);
    }

    @Override
    public void hurry(String job, String id, Instant due) {
        if (moveForward(job, id, due)) {
            ring(job, due);
        } else {
            schedule(job, id, due);
        }
    }

    @Override
    public Optional<Instant> due(String job, String id) {
        return client(job)
                .getScheduledExecution(new TaskInstance<Void>(job, id))
                .map(ScheduledExecution::getExecutionTime);
    }

    /** Whether it waited for a later time. What a node has taken is left alone: that is sooner still. */
    private boolean moveForward(String job, String id, Instant due) {
        String sql = "update " + lane(job).table() + " set execution_time = ?, version = version + 1"
                + " where task_name = ? and task_instance = ? and picked = false and execution_time > ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, Utc.of(due));
            update.setString(2, job);
            update.setString(3, id);
            update.setObject(4, Utc.of(due));
            return update.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("Whether work was moved forward is not known", e);
        }
    }

    /** As soon as it can be found. */
    private void ring(String job, Instant due) {
        if (due.isAfter(clock.instant())) {
            return;
        }
        Lane lane = lane(job);
        if (transactions.isActive()) {
            transactions.afterCommit(() -> bells.ring(lane));
        } else {
            bells.ring(lane);
        }
    }

    private SchedulerClient client(String job) {
        return Objects.requireNonNull(clients.get(lane(job)));
    }

    private Lane lane(String job) {
        return lanes().getOrDefault(job, Lane.UPKEEP);
    }

    /** Asked for late: work enters other work, so that the beans of both need each other. */
    private Map<String, Lane> lanes() {
        if (lanes.isEmpty()) {
            lanes = jobs.stream().collect(Collectors.toMap(Job::name, Job::lane));
        }
        return lanes;
    }
}
