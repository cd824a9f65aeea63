/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a store's storefront is reached and what it answered last. Call it outside any transaction. */
@Wired
public class StorefrontContact {

    private final OrderPorts ports;
    private final RemoteOrderPorts remote;
    private final OrderCommands commands;
    private final Transactions transactions;

    @Inject
    StorefrontContact(OrderPorts ports, RemoteOrderPorts remote, OrderCommands commands, Transactions transactions) {
        this.ports = ports;
        this.remote = remote;
        this.commands = commands;
        this.transactions = transactions;
    }

    /**
     * What is known.
     *
     * @param expected whether the store is told anything
     * @param present whether there is a port now, in this application or by its address
     * @param trouble why nobody answers at the address
     * @param lastTaken when it last took a message
     * @param inVain how many messages were delivered and not taken, up to some hundreds
     * @param lastAnswer to the newest of those
     */
    public record Contact(
            boolean expected,
            boolean present,
            Optional<String> trouble,
            Optional<Instant> lastTaken,
            int inVain,
            String lastAnswer) {}

    /** @param patience how long an address may take to answer */
    public Contact of(Store store, Mode mode, Duration patience) {
        boolean isRemote = ports.isRemote(store);
        Optional<String> trouble =
                isRemote ? store.orderPort().flatMap(address -> remote.trouble(address, patience)) : Optional.empty();
        return transactions.call(() -> {
            List<OrderCommand> inVain = commands.deliveredInVain(store.id(), mode);
            return new Contact(
                    ports.isExpected(store),
                    ports.of(store).isPresent(),
                    trouble,
                    commands.lastTaken(store.id(), mode).flatMap(OrderCommand::answeredAt),
                    inVain.size(),
                    inVain.stream()
                            .map(command -> Objects.requireNonNullElse(command.lastAnswer(), ""))
                            .findFirst()
                            .orElse(""));
        });
    }
}
