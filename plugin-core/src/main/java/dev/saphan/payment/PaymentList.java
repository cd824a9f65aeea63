/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.payment.PaymentSearch.Found;
import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A store's payments for somebody who looks for one, newest first, or last paid first where the filter asks for a time of
 * payment. A page begins behind or ends before a payment that
 * was seen, and not at a number, so what comes in meanwhile moves nothing, and the thousandth page is as fast as the
 * first. Nothing is counted. Call it inside a transaction.
 */
@Wired
public class PaymentList {

    private final EntityManager entities;
    private final PaymentSearch search;
    private final PaymentSummaries summaries;
    private final Clock clock;

    @Inject
    PaymentList(@PluginData EntityManager entities, PaymentSearch search, PaymentSummaries summaries, Clock clock) {
        this.entities = entities;
        this.search = search;
        this.summaries = summaries;
        this.clock = clock;
    }

    public PaymentPage newest(PaymentFilter filter, int size) {
        return older(narrow(filter), size, false);
    }

    /** What follows a payment of the list; the newest ones if there is no such payment. */
    public PaymentPage olderThan(PaymentId seen, PaymentFilter filter, int size) {
        return edge(seen, filter).map(edge -> olderThan(edge, filter, size)).orElseGet(() -> newest(filter, size));
    }

    /** What follows a line of the list, whatever became of its payment. */
    public PaymentPage olderThan(PaymentSummary seen, PaymentFilter filter, int size) {
        return olderThan(ListEdge.of(seen, filter.orderedBy()), filter, size);
    }

    /** What stands before a payment of the list; the newest ones if there is no such payment, or less than a page. */
    public PaymentPage newerThan(PaymentId seen, PaymentFilter filter, int size) {
        Optional<ListEdge> edge = edge(seen, filter);
        if (edge.isEmpty()) {
            return newest(filter, size);
        }
        Narrowed narrowed = narrow(filter);
        narrowed.conditions().newerThan(edge.get());
        List<Payment> found = read(narrowed, "asc", size + 1);
        if (found.size() < size) {
            return newest(filter, size);
        }
        List<Payment> shown = new ArrayList<>(found.subList(0, size));
        Collections.reverse(shown);
        return new PaymentPage(summaries.of(shown), found.size() > size, true, narrowed.cutShort());
    }

    private Optional<ListEdge> edge(PaymentId seen, PaymentFilter filter) {
        return Optional.ofNullable(entities.find(Payment.class, seen.value()))
                .flatMap(payment -> ListEdge.of(payment, filter.orderedBy()));
    }

    private PaymentPage olderThan(ListEdge edge, PaymentFilter filter, int size) {
        Narrowed narrowed = narrow(filter);
        narrowed.conditions().olderThan(edge);
        return older(narrowed, size, true);
    }

    private PaymentPage older(Narrowed narrowed, int size, boolean hasNewer) {
        List<Payment> found = read(narrowed, "desc", size + 1);
        List<Payment> shown = found.subList(0, Math.min(size, found.size()));
        return new PaymentPage(summaries.of(shown), hasNewer, found.size() > size, narrowed.cutShort());
    }

    private List<Payment> read(Narrowed narrowed, String direction, int limit) {
        if (narrowed.nothing()) {
            return List.of();
        }
        ListConditions conditions = narrowed.conditions();
        TypedQuery<Payment> query = entities.createQuery(
                "select p from Payment p where " + conditions.text() + " order by " + conditions.time() + " "
                        + direction + ", p.id " + direction,
                Payment.class);
        conditions.values().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private Narrowed narrow(PaymentFilter filter) {
        ListConditions conditions = new ListConditions(filter, clock.instant());
        if (filter.text().isEmpty()) {
            return new Narrowed(conditions, false, false);
        }
        Found found = search.find(filter.store(), filter.mode(), filter.text());
        return found.payments().isEmpty()
                ? new Narrowed(conditions, true, false)
                : new Narrowed(conditions.among(found.payments()), false, found.more());
    }

    /**
     * A filter whose text has been looked up.
     *
     * @param nothing whether the text is known to fit nothing
     */
    private record Narrowed(ListConditions conditions, boolean nothing, boolean cutShort) {}
}
