/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.RowsInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class CommandsInMemory extends OrderCommands {

    private final RowsInMemory rows;

    CommandsInMemory(RowsInMemory rows, Seal seal) {
        super(rows.entities(), seal);
        this.rows = rows;
    }

    List<OrderCommand> all() {
        return rows.all(OrderCommand.class);
    }

    @Override
    List<OrderCommand> waiting(StoreId store) {
        return waiting().filter(command -> command.store().equals(store)).toList();
    }

    @Override
    Optional<String> next(OrderCommand answered) {
        return waiting()
                .filter(command -> command.subjectId().equals(answered.subjectId()))
                .filter(command -> command.sequence() > answered.sequence())
                .min(Comparator.comparing(OrderCommand::sequence))
                .map(OrderCommand::id);
    }

    @Override
    void delivered(OrderCommand command, Instant at, Duration took) {
        rows.entities().persist(new OrderDelivery(command, at, took));
    }

    @Override
    boolean isBehindAnother(OrderCommand command) {
        return waiting()
                .filter(other -> other.subjectId().equals(command.subjectId()))
                .anyMatch(other -> other.sequence() < command.sequence());
    }

    @Override
    Optional<OrderCommand> lastTaken(StoreId store, Mode mode) {
        return newestFirst(store, mode, OrderCommand.Status.APPLIED).findFirst();
    }

    @Override
    List<OrderCommand> deliveredInVain(StoreId store, Mode mode) {
        return newestFirst(store, mode, OrderCommand.Status.WAITING)
                .filter(command -> command.deliveries() > 0)
                .toList();
    }

    private Stream<OrderCommand> newestFirst(StoreId store, Mode mode, OrderCommand.Status status) {
        return all().stream()
                .filter(command -> command.store().equals(store) && command.mode() == mode)
                .filter(command -> command.status() == status)
                .sorted(Comparator.comparing(OrderCommand::createdAt).reversed());
    }

    private Stream<OrderCommand> waiting() {
        return all().stream().filter(command -> command.status() == OrderCommand.Status.WAITING);
    }
}
