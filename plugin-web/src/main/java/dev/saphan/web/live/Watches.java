/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.live;

import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Pages that wait for a payment to change, on this node.
 *
 * <ol>
 *   <li>Once a second one query asks for the versions of all payments that are watched here. The database is the
 *       truth, so it does not matter which node changed a payment.
 *   <li>A page whose payment has another version is told the new one, and fetches what it shows by itself.
 *   <li>No thread belongs to a page. A page is let go after some minutes and comes again; those beyond the limit are
 *       turned away and ask from time to time instead.
 * </ol>
 */
@Wired
public class Watches {

    private static final Logger LOG = Logger.getLogger(Watches.class.getName());
    private static final int MOST_PAGES = 2_000;
    private static final int MOST_PAGES_OF_ONE_PAYMENT = 10;
    private static final int PAYMENTS_IN_A_QUERY = 200;

    private final Payments payments;
    private final Transactions transactions;
    private final Clock clock;
    private final List<WatchingPage> pages = new CopyOnWriteArrayList<>();
    private @Nullable Future<?> rounds;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Watches(Payments payments, Transactions transactions, Clock clock) {
        this.payments = payments;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        rounds = scheduler.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
        pages.forEach(WatchingPage::close);
    }

    /** Whether there is room for one more page; if so, it is told the payment's version at once and on every change. */
    public synchronized boolean add(PaymentId payment, SseEventSink sink, Sse sse) {
        long ofThisPayment = pages.stream()
                .filter(page -> page.payment().equals(payment.value()))
                .count();
        return pages.size() < MOST_PAGES
                && ofThisPayment < MOST_PAGES_OF_ONE_PAYMENT
                && pages.add(new WatchingPage(payment.value(), sink, sse, clock.instant()));
    }

    private void round() {
        try {
            Instant now = clock.instant();
            pages.removeIf(page -> page.isOver(now));
            List<String> watched = new ArrayList<>(idsOfAll());
            for (int from = 0; from < watched.size(); from += PAYMENTS_IN_A_QUERY) {
                List<String> some = watched.subList(from, Math.min(from + PAYMENTS_IN_A_QUERY, watched.size()));
                Map<String, Long> versions = transactions.call(() -> payments.versions(some));
                pages.forEach(page -> page.tell(versions, now));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Pages could not be told what changed", e);
        }
    }

    private Set<String> idsOfAll() {
        Set<String> ids = new HashSet<>();
        pages.forEach(page -> ids.add(page.payment()));
        return ids;
    }
}
