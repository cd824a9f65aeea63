/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.Listed;
import dev.saphan.gateway.PastEvent;
import dev.saphan.job.Job;
import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.StoreChanged;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads an account's list of events since the last one seen, so that an event whose webhook never came is processed all
 * the same. Omise promises neither that a webhook arrives nor that it is sent again.
 *
 * <ol>
 *   <li>Asks for the events since the cursor, a little before it because clocks differ and events may be listed late.
 *   <li>Keeps each that is not known; one that is known costs a look-up and nothing else.
 *   <li>Moves the cursor to the last event read. A crash before that reads the same events again, which is harmless.
 * </ol>
 */
@Wired
public class BackfillEvents implements Job {

    static final String NAME = "backfill-events";

    private static final Duration PERIOD = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(1);
    private static final int PAGE = 100;

    private final Gateway gateway;
    private final InboundEvents events;
    private final KeepEvent keepEvent;
    private final Stores stores;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    BackfillEvents(
            Gateway gateway,
            InboundEvents events,
            KeepEvent keepEvent,
            Stores stores,
            Jobs jobs,
            Transactions transactions,
            Clock clock) {
        this.gateway = gateway;
        this.events = events;
        this.keepEvent = keepEvent;
        this.stores = stores;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The store may have another account. */
    void changed(@Observes StoreChanged event) {
        begin();
    }

    /** At start: every account is read from now on. */
    public void begin() {
        transactions.callAgainOnConflict(() -> {
            stores.all()
                    .forEach(store -> store.accounts()
                            .keySet()
                            .forEach(mode ->
                                    jobs.schedule(NAME, new AccountKey(store.id(), mode).toString(), clock.instant())));
            return Boolean.TRUE;
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        return stores.account(AccountKey.parse(id))
                .map(account -> read(id, account))
                .orElse(Next.DONE);
    }

    private Next read(String id, OmiseAccount account) {
        Instant now = clock.instant();
        Instant since = transactions
                .call(() -> events.cursor(id, now.minus(FIRST_LOOK_BACK)))
                .minus(OVERLAP);
        for (int offset = 0; ; offset += PAGE) {
            Answer<Listed<PastEvent>> answer = gateway.events(account, since, PAGE, offset);
            if (!(answer instanceof Answer.Ok<Listed<PastEvent>> ok)) {
                return Next.at(clock.instant().plus(SOON));
            }
            List<PastEvent> page = ok.value().entries();
            page.forEach(past -> keepEvent.keepListed(account.store(), past.event(), past.body()));
            page.stream()
                    .flatMap(past -> past.createdAt().stream())
                    .max(Instant::compareTo)
                    .ifPresent(last -> transactions.run(() -> events.moveCursor(id, last)));
            if (ok.value().size() < PAGE) {
                return Next.at(clock.instant().plus(PERIOD));
            }
        }
    }
}
