/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.job.Jobs;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The messages that storefronts have yet to answer. Entered in the transaction of the change that they tell. */
@Wired
public class Outbox {

    private final OrderCommands commands;
    private final OrderPorts ports;
    private final Jobs jobs;
    private final Seal seal;
    private final Clock clock;

    @Inject
    Outbox(OrderCommands commands, OrderPorts ports, Jobs jobs, Seal seal, Clock clock) {
        this.commands = commands;
        this.ports = ports;
        this.jobs = jobs;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Enters a message. A store without an order port is told nothing: it asks.
     *
     * @param mode of what it is about
     * @param sequence higher than that of any earlier message of the same subject
     */
    public void enter(Store store, Mode mode, String subjectId, long sequence, String type, String payload) {
        if (!ports.isExpected(store)) {
            return;
        }
        Instant now = clock.instant();
        OrderCommand command = new OrderCommand(store.id(), mode, subjectId, sequence, type, payload, seal, now);
        commands.add(command);
        jobs.enter(DeliverOrderCommand.NAME, command.id(), now);
    }

    /** Has what waits for the store's storefront delivered now. Answers what it is about. */
    public Set<String> hurry(StoreId store) {
        Instant now = clock.instant();
        List<OrderCommand> waiting = commands.waiting(store);
        waiting.forEach(command -> jobs.hurry(DeliverOrderCommand.NAME, command.id(), now));
        return waiting.stream().map(OrderCommand::subjectId).collect(Collectors.toSet());
    }

    /** Has the next message of the same subject delivered now. */
    void hurryNext(OrderCommand answered) {
        commands.next(answered).ifPresent(next -> jobs.hurry(DeliverOrderCommand.NAME, next, clock.instant()));
    }
}
