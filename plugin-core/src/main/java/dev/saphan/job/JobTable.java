/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
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

    private final Map<Lane, SchedulerClient> clients = new EnumMap<>(Lane.class);
    private final Instance<Job> jobs;
    private volatile Map<String, Lane> lanes = Map.of();

    @Inject
    JobTable(DataSource dataSource, @Any Instance<Job> jobs) {
        for (Lane lane : Lane.values()) {
            clients.put(
                    lane,
                    SchedulerClient.Builder.create(dataSource)
                            .tableName(lane.table())
                            .build());
        }
        this.jobs = jobs;
    }

    @Override
    public void schedule(String job, String id, Instant due) {
        client(job).scheduleIfNotExists(new TaskInstance<Void>(job, id), due);
    }

    @Override
    public void hurry(String job, String id, Instant due) {
        SchedulerClient client = client(job);
        TaskInstance<Void> work = new TaskInstance<>(job, id);
        if (client.scheduleIfNotExists(work, due)) {
            return;
        }
        client.getScheduledExecution(work)
                .filter(entered ->
                        !entered.isPicked() && entered.getExecutionTime().isAfter(due))
                .ifPresent(entered -> moveForward(client, work, due));
    }

    @Override
    public Optional<Instant> due(String job, String id) {
        return client(job)
                .getScheduledExecution(new TaskInstance<Void>(job, id))
                .map(ScheduledExecution::getExecutionTime);
    }

    private static void moveForward(SchedulerClient client, TaskInstance<Void> work, Instant due) {
        try {
            client.reschedule(work, due);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            return; // a node took it or finished it meanwhile, which is sooner still
        }
    }

    private SchedulerClient client(String job) {
        return Objects.requireNonNull(clients.get(lanes().getOrDefault(job, Lane.UPKEEP)));
    }

    /** Asked for late: work enters other work, so that the beans of both need each other. */
    private Map<String, Lane> lanes() {
        if (lanes.isEmpty()) {
            lanes = jobs.stream().collect(Collectors.toMap(Job::name, Job::lane));
        }
        return lanes;
    }
}
