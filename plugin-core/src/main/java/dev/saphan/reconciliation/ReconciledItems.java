/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.payment.AttemptId;
import dev.saphan.persistence.PluginData;
import dev.saphan.refund.RefundId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The charges and refunds of all comparisons. Call it inside a transaction. */
@Wired
public class ReconciledItems {

    private final EntityManager entities;

    @Inject
    ReconciledItems(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public Optional<ReconciledItem> find(String id) {
        return Optional.ofNullable(entities.find(ReconciledItem.class, id));
    }

    /**
     * What differs, or did until somebody repaired or accepted it, in the order in which it was found.
     *
     * @param after the last one seen, empty for the first page
     */
    public List<ReconciledItem> differences(ReconciliationId run, String after, int limit) {
        return entities.createQuery(
                        "select i from ReconciledItem i where i.reconciliationId = :run and i.id > :after"
                                + " and (i.handling.open = true or i.handling.foundFirst in :differences) order by i.id",
                        ReconciledItem.class)
                .setParameter("run", run.value())
                .setParameter("after", after)
                .setParameter("differences", differences())
                .setMaxResults(limit)
                .getResultList();
    }

    /** All of a comparison, in the order in which it was found. */
    public List<ReconciledItem> all(ReconciliationId run, String after, int limit) {
        return entities.createQuery(
                        "select i from ReconciledItem i where i.reconciliationId = :run and i.id > :after order by i.id",
                        ReconciledItem.class)
                .setParameter("run", run.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those that reading again may mend. */
    List<String> toRepair(ReconciliationId run, String after, int limit) {
        return entities.createQuery(
                        "select i.id from ReconciledItem i where i.reconciliationId = :run and i.handling.open = true"
                                + " and i.handling.finding in :repairable and i.id > :after order by i.id",
                        String.class)
                .setParameter("run", run.value())
                .setParameter("after", after)
                .setParameter("repairable", repairable())
                .setMaxResults(limit)
                .getResultList();
    }

    ReconciledItem lock(String id) {
        ReconciledItem item = entities.find(ReconciledItem.class, id);
        entities.refresh(item, LockModeType.PESSIMISTIC_WRITE);
        return item;
    }

    /** Unless it is there already: a page may be read twice. */
    void enter(List<ReconciledItem> found) {
        if (found.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>(entities.createQuery(
                        "select i.subject from ReconciledItem i where i.reconciliationId = :run and i.kind = :kind"
                                + " and i.subject in :subjects",
                        String.class)
                .setParameter("run", found.get(0).reconciliation().value())
                .setParameter("kind", found.get(0).kind())
                .setParameter(
                        "subjects", found.stream().map(ReconciledItem::subject).toList())
                .getResultList());
        found.stream().filter(item -> known.add(item.subject())).forEach(entities::persist);
        entities.flush();
    }

    /** What a person accepted in an earlier comparison, by subject; the newest counts. */
    Map<String, ReconciledItem> accepted(String account, Collection<String> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select i from ReconciledItem i where i.accountKey = :account and i.subject in :subjects"
                                        + " and i.handling.outcome = :accepted order by i.id",
                                ReconciledItem.class)
                        .setParameter("account", account)
                        .setParameter("subjects", subjects)
                        .setParameter("accepted", Outcome.ACCEPTED)
                        .getResultStream()
                        .collect(Collectors.toMap(ReconciledItem::subject, item -> item, (older, newer) -> newer));
    }

    Set<AttemptId> seenAttempts(ReconciliationId run, Collection<AttemptId> attempts) {
        return attempts.isEmpty()
                ? Set.of()
                : entities.createQuery(
                                "select i.belonging.attemptId from ReconciledItem i where i.reconciliationId = :run"
                                        + " and i.kind = :charge and i.belonging.attemptId in :attempts",
                                String.class)
                        .setParameter("run", run.value())
                        .setParameter("charge", ReconciledItem.Kind.CHARGE)
                        .setParameter(
                                "attempts",
                                attempts.stream().map(AttemptId::value).toList())
                        .getResultStream()
                        .map(AttemptId::new)
                        .collect(Collectors.toSet());
    }

    Set<RefundId> seenRefunds(ReconciliationId run, Collection<RefundId> refunds) {
        return refunds.isEmpty()
                ? Set.of()
                : entities.createQuery(
                                "select i.belonging.refundId from ReconciledItem i where i.reconciliationId = :run"
                                        + " and i.belonging.refundId in :refunds",
                                String.class)
                        .setParameter("run", run.value())
                        .setParameter(
                                "refunds", refunds.stream().map(RefundId::value).toList())
                        .getResultStream()
                        .map(RefundId::new)
                        .collect(Collectors.toSet());
    }

    private static Set<Finding> differences() {
        return EnumSet.allOf(Finding.class).stream()
                .filter(Finding::isDifference)
                .collect(Collectors.toSet());
    }

    private static Set<Finding> repairable() {
        return EnumSet.allOf(Finding.class).stream()
                .filter(Finding::isRepairable)
                .collect(Collectors.toSet());
    }
}
