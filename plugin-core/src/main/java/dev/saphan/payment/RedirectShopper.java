/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Gateway;
import dev.saphan.history.History;
import dev.saphan.method.Flow;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Sends the shopper's browser to the wallet, and remembers that it was sent: it is not sent a second time by itself. */
@Wired
public class RedirectShopper {

    private final Payments payments;
    private final Gateway gateway;
    private final History history;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RedirectShopper(Payments payments, Gateway gateway, History history, Transactions transactions, Clock clock) {
        this.payments = payments;
        this.gateway = gateway;
        this.history = history;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where to; empty if no attempt waits at a wallet now. */
    public Optional<URI> redirect(PaymentId id) {
        return transactions.call(() -> {
            Payment payment = payments.lock(id);
            Optional<Attempt> live = payment.liveAttempt();
            Optional<URI> page = live.flatMap(this::walletPage);
            page.ifPresent(address -> {
                live.get().redirected(clock.instant());
                payment.touched(clock.instant());
                history.write(
                        id.value(), "shopper", "shopper.redirected", live.get().method());
            });
            return page;
        });
    }

    /** The page of the wallet that the attempt waits at; empty if it waits elsewhere, or the address is not to be trusted. */
    public Optional<URI> walletPage(Attempt attempt) {
        return attempt.flow() == Flow.REDIRECT && attempt.status() == AttemptStatus.PENDING
                ? attempt.authorizeUri().filter(gateway::isTrustedPage)
                : Optional.empty();
    }
}
