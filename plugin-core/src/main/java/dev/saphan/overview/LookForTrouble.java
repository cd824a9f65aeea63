/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.payment.PaymentFilter;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentTotal;
import dev.saphan.payment.PaymentTotals;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.storefront.OrderCommands;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what needs a person: exactly what the lists show under the same condition. */
@Wired
public class LookForTrouble {

    private static final Duration RECENT = Duration.ofDays(14);

    private final PaymentTotals totals;
    private final OrderCommands commands;
    private final Arrivals arrivals;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    LookForTrouble(
            PaymentTotals totals, OrderCommands commands, Arrivals arrivals, Transactions transactions, Clock clock) {
        this.totals = totals;
        this.commands = commands;
        this.arrivals = arrivals;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Trouble in(StoreId store, Mode mode) {
        return transactions.call(() -> new Trouble(
                payments(PaymentFilter.all(store, mode)),
                commands.countUnusable(store, mode),
                silence(new AccountKey(store, mode))));
    }

    private Map<Condition, List<PaymentTotal>> payments(PaymentFilter all) {
        Map<Condition, List<PaymentTotal>> found = new EnumMap<>(Condition.class);
        for (Condition condition : Condition.values()) {
            if (condition.isTrouble()) {
                List<PaymentTotal> some = totals.of(all.in(condition));
                if (!some.isEmpty()) {
                    found.put(condition, some);
                }
            }
        }
        return found;
    }

    private Optional<WebhookSilence> silence(AccountKey account) {
        Instant now = clock.instant();
        List<Instant> webhooks = arrivals.webhooks(account, now.minus(RECENT));
        return webhooks.isEmpty()
                ? Optional.empty()
                : WebhookSilence.reckon(
                        webhooks, arrivals.waits(account, webhooks.get(0).minus(Duration.ofDays(1)), now), now);
    }
}
