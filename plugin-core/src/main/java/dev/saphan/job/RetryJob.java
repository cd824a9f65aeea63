/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** A person asks for work again that failed: at once, and with a new error budget. */
@Wired
public class RetryJob {

    private final JobFailures failures;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RetryJob(JobFailures failures, Jobs jobs, Transactions transactions, Clock clock) {
        this.failures = failures;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether there was such work. */
    public boolean retry(String job, String subject) {
        return transactions.call(() -> {
            Optional<JobFailure> known = failures.find(job, subject);
            known.ifPresent(failure -> {
                failures.forget(job, subject);
                jobs.hurry(job, subject, clock.instant());
            });
            return known.isPresent();
        });
    }
}
