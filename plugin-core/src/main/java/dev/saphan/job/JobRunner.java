/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes due work on this node. Work is taken with a lease that is renewed while it runs; when a node dies, its leases
 * run out and another node takes the work again.
 */
@Wired
public class JobRunner {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

    private final DataSource dataSource;
    private final Clock clock;
    private final Instance<Job> jobs;
    private @Nullable Scheduler scheduler;

    @Inject
    JobRunner(DataSource dataSource, Clock clock, @Any Instance<Job> jobs) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** Begins to take work, on at most so many of the workers' threads at once. */
    public synchronized void start(ExecutorService workers, int threads) {
        List<Task<?>> tasks = jobs.stream().<Task<?>>map(this::task).toList();
        Scheduler started = Scheduler.create(dataSource, tasks)
                .executorService(workers)
                .threads(threads)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(DRAIN)
                .build();
        started.start();
        scheduler = started;
    }

    /** Takes no more work and waits a while for what is under way. */
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    public synchronized boolean isRunning() {
        return scheduler != null && scheduler.getSchedulerState().isStarted();
    }

    private Task<Void> task(Job job) {
        return Tasks.custom(job.name(), Void.class)
                .onFailure(this::runLater)
                .onDeadExecutionRevive()
                .execute((instance, context) -> whatComesAfter(job.run(instance.getId())));
    }

    private static CompletionHandler<Void> whatComesAfter(Job.Next next) {
        return next instanceof Job.Next.Again again
                ? (complete, operations) -> operations.reschedule(complete, again.time())
                : new CompletionHandler.OnCompleteRemove<>();
    }

    private void runLater(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = Math.min(complete.getExecution().consecutiveFailures, 16);
        Duration pause = FIRST_RETRY.multipliedBy(1L << failures);
        operations.reschedule(
                complete, clock.instant().plus(pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause));
    }
}
