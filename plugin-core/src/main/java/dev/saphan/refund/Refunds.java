/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** All refunds. They change under the lock of their payment. */
@Wired
public class Refunds {

    private final EntityManager entities;

    @Inject
    Refunds(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public Optional<Refund> find(RefundId id) {
        return Optional.ofNullable(entities.find(Refund.class, id.value()));
    }

    /** Oldest first. */
    public List<Refund> of(PaymentId payment) {
        return entities.createQuery(
                        "select r from Refund r where r.paymentId = :payment order by r.createdAt, r.id", Refund.class)
                .setParameter("payment", payment.value())
                .getResultList();
    }

    /** Ours that are named by one of those ids, of Omise or of our own. */
    public List<Refund> named(AccountKey account, Collection<String> gatewayIds, Collection<String> ids) {
        return gatewayIds.isEmpty() && ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from Refund r where r.accountKey = :account"
                                        + " and (r.gatewayRefundId in :gatewayIds or r.id in :ids)",
                                Refund.class)
                        .setParameter("account", account.toString())
                        .setParameter("gatewayIds", orNone(gatewayIds))
                        .setParameter("ids", orNone(ids))
                        .getResultList();
    }

    /** In the order of their ids, which is that of their making. */
    public List<Refund> made(AccountKey account, Instant from, Instant until, String after, int limit) {
        return entities.createQuery(
                        "select r from Refund r where r.accountKey = :account and r.createdAt >= :from"
                                + " and r.createdAt < :until and r.id > :after order by r.id",
                        Refund.class)
                .setParameter("account", account.toString())
                .setParameter("from", Utc.of(from))
                .setParameter("until", Utc.of(until))
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What that person asked for since then and that went back or may yet. */
    Money askedFor(AccountKey account, String person, Currency currency, Instant since) {
        Long sum = entities.createQuery(
                        "select sum(r.amountMinor) from Refund r where r.requestedBy = :person"
                                + " and r.askedAt >= :since and r.accountKey = :account and r.currency = :currency"
                                + " and r.status <> :failed",
                        Long.class)
                .setParameter("person", person)
                .setParameter("since", Utc.of(since))
                .setParameter("account", account.toString())
                .setParameter("currency", currency.getCurrencyCode())
                .setParameter("failed", RefundStatus.FAILED)
                .getSingleResult();
        return new Money(sum == null ? 0 : sum, currency);
    }

    /** JPQL has no empty list. */
    private static Collection<String> orNone(Collection<String> ids) {
        return ids.isEmpty() ? List.of("") : ids;
    }

    /** Reads it anew; after its payment was locked. */
    void refresh(Refund refund) {
        entities.refresh(refund);
    }

    void add(Refund refund) {
        entities.persist(refund);
    }

    void remove(Refund refund) {
        entities.remove(refund);
    }
}
