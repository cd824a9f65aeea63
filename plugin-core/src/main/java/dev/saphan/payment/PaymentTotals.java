/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.money.Money;
import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;

/** What payments add up to, each currency by itself. Only for filters that let few through. Call it inside a transaction. */
@Wired
public class PaymentTotals {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    PaymentTotals(@PluginData EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Of those that {@link PaymentList} shows; the filter's text is not looked at. By currency. */
    public List<PaymentTotal> of(PaymentFilter filter) {
        ListConditions conditions = new ListConditions(filter, clock.instant());
        TypedQuery<Object[]> query = entities.createQuery(
                "select p.currency, count(p), sum(p.amountMinor) from Payment p where " + conditions.text()
                        + " group by p.currency order by p.currency",
                Object[].class);
        conditions.values().forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new PaymentTotal((Long) row[1], Money.ofMinor((Long) row[2], (String) row[0])))
                .toList();
    }
}
