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
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Jobs as rows of db-scheduler. The data source is used inside the caller's transaction, so work is entered if and only
 * if the change that asks for it is kept.
 */
@Wired
class JobTable implements Jobs {

    private final SchedulerClient client;

    @Inject
    JobTable(DataSource dataSource) {
        this.client = SchedulerClient.Builder.create(dataSource).build();
    }

    @Override
    public void schedule(String job, String id, Instant due) {
        client.scheduleIfNotExists(new TaskInstance<Void>(job, id), due);
    }

    @Override
    public void hurry(String job, String id, Instant due) {
        TaskInstance<Void> work = new TaskInstance<>(job, id);
        if (client.scheduleIfNotExists(work, due)) {
            return;
        }
        client.getScheduledExecution(work)
                .filter(entered ->
                        !entered.isPicked() && entered.getExecutionTime().isAfter(due))
                .ifPresent(entered -> moveForward(work, due));
    }

    @Override
    public Optional<Instant> due(String job, String id) {
        return client.getScheduledExecution(new TaskInstance<Void>(job, id)).map(ScheduledExecution::getExecutionTime);
    }

    private void moveForward(TaskInstance<Void> work, Instant due) {
        try {
            client.reschedule(work, due);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            return; // a node took it or finished it meanwhile, which is sooner still
        }
    }
}
