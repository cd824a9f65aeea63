/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.payment.PaymentId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** All refunds. They change under the lock of their payment. */
@Wired
public class Refunds {

    private final EntityManager entities;

    @Inject
    Refunds(EntityManager entities) {
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

    /** Reads it anew; after its payment was locked. */
    void refresh(Refund refund) {
        entities.refresh(refund);
    }

    void add(Refund refund) {
        entities.persist(refund);
        entities.flush();
    }

    void remove(Refund refund) {
        entities.remove(refund);
    }
}
