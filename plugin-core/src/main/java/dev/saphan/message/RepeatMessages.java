/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.message;

import dev.saphan.job.Job;
import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.storefront.CommandList;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.storefront.RetryOrderCommand;
import dev.saphan.webhook.EventList;
import dev.saphan.webhook.InboundEvent;
import dev.saphan.webhook.ReplayEvent;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Repeats many messages: events are followed again, commands delivered again if they wait or were answered with
 * nonsense. Some at a time, each written down as it is done; after a crash the one that was under way is repeated once
 * more, which is harmless.
 */
@Wired
public class RepeatMessages implements Job {

    static final String NAME = "repeat-messages";

    private static final int AT_ONCE = 50;

    private final MessageBatches batches;
    private final EventList events;
    private final CommandList commands;
    private final ReplayEvent replayEvent;
    private final RetryOrderCommand retryOrderCommand;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RepeatMessages(
            MessageBatches batches,
            EventList events,
            CommandList commands,
            ReplayEvent replayEvent,
            RetryOrderCommand retryOrderCommand,
            Jobs jobs,
            Transactions transactions,
            Clock clock) {
        this.batches = batches;
        this.events = events;
        this.commands = commands;
        this.replayEvent = replayEvent;
        this.retryOrderCommand = retryOrderCommand;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those that fit now. Answers the batch's id. */
    public String begin(MessageFilter what, String by) {
        return transactions.call(() -> {
            MessageBatch batch = new MessageBatch(what, by, clock.instant());
            batches.add(batch);
            jobs.schedule(NAME, batch.id(), clock.instant());
            return batch.id();
        });
    }

    /** One message, at once. Whether there was something to repeat. */
    public boolean repeat(Box box, String id) {
        return box == Box.EVENTS ? replayEvent.replay(id) : retryOrderCommand.retry(id);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        Optional<Piece> piece = transactions.call(() -> batches.find(id)
                .filter(batch -> batch.status() == MessageBatch.Status.RUNNING)
                .map(this::next));
        if (piece.isEmpty()) {
            return Next.DONE;
        }
        for (String message : piece.get().messages()) {
            boolean repeated = repeat(piece.get().box(), message);
            transactions.run(() -> record(id, message, repeated));
        }
        return transactions.call(() -> reached(id, piece.get().messages().size()));
    }

    private Piece next(MessageBatch batch) {
        MessageFilter filter = batch.filter();
        String seen = batch.seenId();
        List<String> messages = batch.box() == Box.EVENTS
                ? events.olderThan(seen, filter.events(), AT_ONCE).stream()
                        .map(InboundEvent::id)
                        .toList()
                : commands.olderThan(seen, filter.commands(), AT_ONCE).stream()
                        .map(OrderCommand::id)
                        .toList();
        return new Piece(batch.box(), messages);
    }

    private void record(String id, String message, boolean repeated) {
        MessageBatch batch = batches.lock(id).orElseThrow();
        batch.seen(message);
        if (!batches.has(id, message)) {
            batches.add(new MessageBatchItem(batch, message, repeated, clock.instant()));
            batch.repeated(repeated);
        }
    }

    private Next reached(String id, int found) {
        MessageBatch batch = batches.lock(id).orElseThrow();
        boolean whole = found < AT_ONCE;
        if (whole || batch.done() >= MessageBatch.MOST) {
            batch.finish(whole, clock.instant());
            return Next.DONE;
        }
        return Next.at(clock.instant());
    }

    private record Piece(Box box, List<String> messages) {}
}
