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
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes due work on this node. Work is taken with a lease that is renewed while it runs; when a node dies, its leases
 * run out and another node takes the work again.
 */
@Wired
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

    private final DataSource dataSource;
    private final Clock clock;
    private final Instance<Job> jobs;
    private final JobFailures failures;
    private final Event<JobGivenUp> givenUp;
    private final Transactions transactions;
    private final LaneBells bells;
    private final List<Scheduler> schedulers = new ArrayList<>();
    private @Nullable ThreadFactory threads;
    private volatile boolean running;

    @Inject
    JobRunner(
            DataSource dataSource,
            Clock clock,
            @Any Instance<Job> jobs,
            JobFailures failures,
            Event<JobGivenUp> givenUp,
            Transactions transactions,
            LaneBells bells) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.jobs = jobs;
        this.failures = failures;
        this.givenUp = givenUp;
        this.transactions = transactions;
        this.bells = bells;
    }

    /**
     * Begins to take work, in every lane on threads of its own.
     *
     * @param factory the container's, so that work finds there what it finds in a request
     */
    public synchronized void start(ThreadFactory factory) {
        threads = factory;
        for (Lane lane : Lane.values()) {
            Scheduler scheduler = scheduler(lane, factory);
            schedulers.add(scheduler);
            scheduler.start();
            bells.hang(lane, scheduler::triggerCheckForDueExecutions);
        }
        running = true;
    }

    private Scheduler scheduler(Lane lane, ThreadFactory factory) {
        List<Task<?>> tasks = jobs.stream()
                .filter(job -> lane == Lane.UPKEEP || job.lane() == lane)
                .<Task<?>>map(this::task)
                .toList();
        return Scheduler.create(dataSource, tasks)
                .tableName(lane.table())
                .executorService(Executors.newFixedThreadPool(lane.threads(), factory))
                .threads(lane.threads())
                .pollingInterval(lane.poll())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(DRAIN)
                .build();
    }

    /** Takes no more work and waits a while for what is under way, in all lanes at the same time. */
    public synchronized void stop() {
        running = false;
        bells.takeDown();
        List<Thread> stops = schedulers.stream()
                .map(scheduler -> Objects.requireNonNull(threads).newThread(scheduler::stop))
                .toList();
        stops.forEach(Thread::start);
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        schedulers.clear();
    }

    /** Whether work is taken; no longer from the moment on at which it begins to stop. */
    public boolean isRunning() {
        return running;
    }

    private Task<Void> task(Job job) {
        return Tasks.custom(job.name(), Void.class)
                .onFailure((complete, operations) -> failed(job, complete, operations))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Job.Next next = job.run(instance.getId());
                    if (next instanceof Job.Next.Done || context.getExecution().consecutiveFailures > 0) {
                        transactions.run(() -> failures.forget(job.name(), instance.getId()));
                    }
                    return whatComesAfter(next);
                });
    }

    private static CompletionHandler<Void> whatComesAfter(Job.Next next) {
        return next instanceof Job.Next.Again again
                ? (complete, operations) -> operations.reschedule(complete, again.time())
                : new CompletionHandler.OnCompleteRemove<>();
    }

    /**
     * Later again within the error budget, and no more after it. It is written down as dead before it leaves the queue,
     * so that a crash in between leaves it in both and never in none.
     */
    private void failed(Job job, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String subject = complete.getExecution().taskInstance.getId();
        int timesInARow = complete.getExecution().consecutiveFailures + 1;
        boolean givesUp = timesInARow >= job.errorBudget();
        String error = complete.getCause().map(JobRunner::describe).orElse("no reason given");
        LOG.log(Level.WARNING, () -> job.name() + " failed for " + subject + ", " + timesInARow + " times: " + error);
        transactions.run(() -> {
            failures.failed(job.name(), subject, timesInARow, error, givesUp);
            if (givesUp) {
                givenUp.fire(new JobGivenUp(job.name(), subject, error));
            }
        });
        if (givesUp) {
            operations.stop();
        } else {
            operations.reschedule(complete, clock.instant().plus(pause(timesInARow)));
        }
    }

    private static Duration pause(int timesInARow) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(timesInARow - 1, 16));
        return pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
    }

    private static String describe(Throwable thrown) {
        String names = thrown.getClass().getSimpleName();
        for (@Nullable Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            names = names + " < " + cause.getClass().getSimpleName();
        }
        return names + ": " + Objects.requireNonNullElse(thrown.getMessage(), "");
    }
}
