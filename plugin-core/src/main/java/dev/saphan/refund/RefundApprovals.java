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

/** All refunds that need, or needed, a second person. They change under the lock of their payment. */
@Wired
public class RefundApprovals {

    private final EntityManager entities;

    @Inject
    RefundApprovals(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public Optional<RefundApproval> find(ApprovalId id) {
        return Optional.ofNullable(entities.find(RefundApproval.class, id.value()));
    }

    /** Oldest first. */
    public List<RefundApproval> of(PaymentId payment) {
        return entities.createQuery(
                        "select a from RefundApproval a where a.paymentId = :payment order by a.askedAt, a.id",
                        RefundApproval.class)
                .setParameter("payment", payment.value())
                .getResultList();
    }

    /** Those that wait in one of these accounts, the oldest first. */
    public List<RefundApproval> waiting(Collection<AccountKey> accounts, int most) {
        return accounts.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select a from RefundApproval a where a.accountKey in :accounts and a.status = :waiting"
                                        + " order by a.askedAt, a.id",
                                RefundApproval.class)
                        .setParameter(
                                "accounts",
                                accounts.stream().map(AccountKey::toString).toList())
                        .setParameter("waiting", ApprovalStatus.WAITING)
                        .setMaxResults(most)
                        .getResultList();
    }

    /** How much of what that person asked for since then still waits. */
    Money waitingOf(AccountKey account, String person, Currency currency, Instant since) {
        Long sum = entities.createQuery(
                        "select sum(a.amountMinor) from RefundApproval a where a.askedBy = :person"
                                + " and a.askedAt >= :since and a.accountKey = :account and a.currency = :currency"
                                + " and a.status = :waiting",
                        Long.class)
                .setParameter("person", person)
                .setParameter("since", Utc.of(since))
                .setParameter("account", account.toString())
                .setParameter("currency", currency.getCurrencyCode())
                .setParameter("waiting", ApprovalStatus.WAITING)
                .getSingleResult();
        return new Money(sum == null ? 0 : sum, currency);
    }

    /** Reads it anew; after its payment was locked. */
    void refresh(RefundApproval approval) {
        entities.refresh(approval);
    }

    void add(RefundApproval approval) {
        entities.persist(approval);
        entities.flush();
    }
}
