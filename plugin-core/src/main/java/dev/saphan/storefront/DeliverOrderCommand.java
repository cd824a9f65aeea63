/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.job.Job;
import dev.saphan.job.Lane;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Delivers one message to its storefront, again and again until it is answered.
 *
 * <ol>
 *   <li>Reads the message; one that is answered is left alone, one behind an unanswered message of the same payment
 *       waits its turn.
 *   <li>Delivers it, with no transaction open, unless its storefront keeps silent to another.
 *   <li>Writes the answer down. A conflict is told to the payment it is about.
 * </ol>
 */
@Wired
class DeliverOrderCommand implements Job {

    static final String NAME = "deliver-order-command";

    private static final Duration SHORTEST_TURN = Duration.ofMillis(250);
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(250),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    private final OrderCommands commands;
    private final Outbox outbox;
    private final OrderPorts ports;
    private final StorefrontTurns turns;
    private final Stores stores;
    private final Transactions transactions;
    private final Event<OrderConflict> conflicts;
    private final Event<OrderPortTrouble> troubles;
    private final Clock clock;

    @Inject
    DeliverOrderCommand(
            OrderCommands commands,
            Outbox outbox,
            OrderPorts ports,
            StorefrontTurns turns,
            Stores stores,
            Transactions transactions,
            Event<OrderConflict> conflicts,
            Event<OrderPortTrouble> troubles,
            Clock clock) {
        this.commands = commands;
        this.outbox = outbox;
        this.ports = ports;
        this.turns = turns;
        this.stores = stores;
        this.transactions = transactions;
        this.conflicts = conflicts;
        this.troubles = troubles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.OUTBOUND;
    }

    @Override
    public Next run(String id) {
        Optional<Waiting> waiting = transactions.call(() -> commands.find(id)
                .filter(command -> command.status() == OrderCommand.Status.WAITING)
                .map(command -> new Waiting(command, commands.isBehindAnother(command))));
        if (waiting.isEmpty()) {
            return Next.DONE;
        }
        OrderCommand command = waiting.get().command();
        if (waiting.get().isBehindAnother()) {
            return Next.at(clock.instant().plus(pauseBehindAnother(command)));
        }
        try (StorefrontTurns.Turn turn = turns.next(command.store())) {
            Optional<Duration> later = turn.later();
            return later.isPresent() ? Next.at(clock.instant().plus(later.get())) : tell(command, turn);
        }
    }

    /** The longer it has waited the longer it will; it is hurried when the one before it is answered. */
    private Duration pauseBehindAnother(OrderCommand command) {
        Duration age = Duration.between(command.createdAt(), clock.instant());
        if (age.compareTo(SHORTEST_TURN) < 0) {
            return SHORTEST_TURN;
        }
        return age.compareTo(LONGEST_TURN) < 0 ? age : LONGEST_TURN;
    }

    private Next tell(OrderCommand command, StorefrontTurns.Turn turn) {
        Instant asked = clock.instant();
        OrderAnswer answer = deliver(command);
        Duration took = Duration.between(asked, clock.instant());
        boolean speaksAgain = turn.heard(answer);
        Next next = transactions.callAfterwards(() -> record(command.id(), answer, asked, took));
        if (speaksAgain) {
            transactions.call(() -> outbox.hurry(command.store()));
        }
        report(command, answer);
        return next;
    }

    private void report(OrderCommand command, OrderAnswer answer) {
        if (answer instanceof OrderAnswer.Refused refused) {
            report(command, true, refused.reason());
        } else if (answer instanceof OrderAnswer.Unusable unusable) {
            report(command, false, unusable.reason());
        }
    }

    private void report(OrderCommand command, boolean refused, String answer) {
        troubles.fire(new OrderPortTrouble(command.store(), command.id(), command.type(), refused, answer));
    }

    private OrderAnswer deliver(OrderCommand command) {
        Optional<OrderPort> port = stores.find(command.store()).flatMap(ports::of);
        try {
            return port.map(found -> found.deliver(commands.message(command)))
                    .orElseGet(() -> new OrderAnswer.RetryLater("no order port"));
        } catch (RuntimeException e) {
            return new OrderAnswer.RetryLater(e.getClass().getSimpleName());
        }
    }

    private Next record(String id, OrderAnswer answer, Instant asked, Duration took) {
        OrderCommand command = commands.lock(id);
        boolean isAnswered = command.status() != OrderCommand.Status.WAITING;
        if (isAnswered && !(answer instanceof OrderAnswer.Conflict)) {
            return Next.DONE; // another node was told first; of two answers a conflict is the one to keep
        }
        command.record(answer, clock.instant());
        commands.delivered(command, asked, took);
        if (answer instanceof OrderAnswer.Conflict conflict) {
            conflicts.fire(new OrderConflict(command.subjectId(), command.type(), conflict.currentState()));
        }
        if (command.status() == OrderCommand.Status.WAITING) {
            return Next.at(nextTry(command));
        }
        outbox.hurryNext(command);
        return Next.DONE;
    }

    private Instant nextTry(OrderCommand command) {
        int pause = Math.min(command.deliveries() - 1, PAUSES.size() - 1);
        return clock.instant().plus(PAUSES.get(Math.max(pause, 0)));
    }

    private record Waiting(OrderCommand command, boolean isBehindAnother) {}
}
