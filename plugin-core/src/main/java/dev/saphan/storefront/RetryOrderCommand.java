/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A person wants a message delivered again: one that the storefront answered with nonsense, or one whose next try is
 * far away. What the storefront answered in the agreed way stays answered.
 */
@Wired
public class RetryOrderCommand {

    private final OrderCommands commands;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RetryOrderCommand(OrderCommands commands, Jobs jobs, Transactions transactions, Clock clock) {
        this.commands = commands;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** When it is delivered next; empty if that is not planned. Call it inside a transaction. */
    public Optional<Instant> due(String id) {
        return jobs.due(DeliverOrderCommand.NAME, id);
    }

    /** Whether it will be delivered again. */
    public boolean retry(String id) {
        return transactions.call(() -> {
            if (commands.find(id).isEmpty()) {
                return false;
            }
            boolean waits = commands.lock(id).deliverAgain();
            if (waits) {
                jobs.hurry(DeliverOrderCommand.NAME, id, clock.instant());
            }
            return waits;
        });
    }
}
