/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Channel;
import dev.saphan.method.PaymentDetails;
import dev.saphan.persistence.PluginData;
import dev.saphan.secret.Digests;
import dev.saphan.secret.Seal;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All payments. Whoever changes one locks it first; its attempts are changed under the same lock. */
@Wired
public class Payments {

    private final EntityManager entities;
    private final Seal seal;

    @Inject
    Payments(@PluginData EntityManager entities, Seal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    public Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(entities.find(Payment.class, id.value()));
    }

    /** Only if it belongs to that store and mode. */
    public Optional<Payment> find(StoreId store, Mode mode, PaymentId id) {
        return find(id).filter(payment -> payment.store().equals(store) && payment.mode() == mode);
    }

    public Optional<Payment> findByToken(String token) {
        return single(entities.createQuery("select p from Payment p where p.tokenHash = :hash", Payment.class)
                .setParameter("hash", Digests.sha256(token)));
    }

    /** Newest first. */
    public List<Payment> ofOrder(StoreId store, Mode mode, String orderReference) {
        return entities.createQuery(
                        "select p from Payment p where p.storeId = :store and p.mode = :mode"
                                + " and p.orderReference = :order order by p.createdAt desc, p.id desc",
                        Payment.class)
                .setParameter("store", store.value())
                .setParameter("mode", mode)
                .setParameter("order", orderReference)
                .getResultList();
    }

    /** The versions that these payments have by now, by id; for pages that wait for a change. */
    public Map<String, Long> versions(Collection<String> ids) {
        return entities.createQuery("select p.id, p.version from Payment p where p.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** Open at the till and not paid yet, newest first; the text is searched in order references. */
    public List<Payment> waitingAtCounter(StoreId store, String text) {
        return entities.createQuery(
                        "select p from Payment p where p.storeId = :store and p.channel = :counter"
                                + " and p.status = :open and lower(p.orderReference) like :text escape '\\'"
                                + " order by p.createdAt desc, p.id desc",
                        Payment.class)
                .setParameter("store", store.value())
                .setParameter("counter", Channel.COUNTER)
                .setParameter("open", PaymentStatus.OPEN)
                .setParameter("text", containing(text))
                .setMaxResults(50)
                .getResultList();
    }

    public Optional<Attempt> findAttempt(AttemptId id) {
        return Optional.ofNullable(entities.find(Attempt.class, id.value()));
    }

    public Optional<Attempt> findAttemptByCharge(StoreId store, Mode mode, String chargeId) {
        return single(entities.createQuery(
                        "select a from Attempt a where a.accountKey = :account and a.chargeId = :charge", Attempt.class)
                .setParameter("account", new AccountKey(store, mode).toString())
                .setParameter("charge", chargeId));
    }

    /** The payment of that order that is open or paid, locked. */
    Optional<Payment> lockActive(PaymentOrder order) {
        return single(entities.createQuery(
                                "select p.id from Payment p where p.storeId = :store and p.mode = :mode"
                                        + " and p.activeOrder = :order",
                                String.class)
                        .setParameter("store", order.store().value())
                        .setParameter("mode", order.mode())
                        .setParameter("order", order.reference()))
                .flatMap(id -> lockIfThere(new PaymentId(id)))
                .filter(payment -> payment.status() != PaymentStatus.CLOSED);
    }

    /** Whether another payment of the same order is open or paid. */
    boolean hasAnotherActive(Payment payment) {
        return entities.createQuery(
                                "select count(p) from Payment p where p.storeId = :store and p.mode = :mode"
                                        + " and p.activeOrder = :order and p.id <> :id",
                                Long.class)
                        .setParameter("store", payment.store().value())
                        .setParameter("mode", payment.mode())
                        .setParameter("order", payment.orderReference())
                        .setParameter("id", payment.id().value())
                        .getSingleResult()
                > 0;
    }

    /**
     * The payment, locked until the transaction ends. Nothing of it may have been read in the same transaction before:
     * what was would stay as it was.
     */
    public Payment lock(PaymentId id) {
        return lockIfThere(id).orElseThrow(() -> new IllegalStateException("No payment " + id));
    }

    /** As {@link #lock}; empty if there is no such payment. */
    Optional<Payment> lockIfThere(PaymentId id) {
        return Optional.ofNullable(entities.find(Payment.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Together with what is known about the shopper. Another payment of the same order is found when this one is written. */
    void add(Payment payment, PaymentDetails details) {
        entities.persist(payment);
        entities.persist(new StoredDetails(payment.id(), details, seal));
    }

    void remove(Payment payment) {
        entities.createQuery("delete from StoredDetails d where d.paymentId = :id")
                .setParameter("id", payment.id().value())
                .executeUpdate();
        entities.createQuery("delete from HistoryEntry h where h.paymentId = :id")
                .setParameter("id", payment.id().value())
                .executeUpdate();
        entities.remove(payment);
    }

    void removeAttempt(Attempt attempt) {
        entities.remove(attempt);
    }

    PaymentDetails details(PaymentId id) {
        StoredDetails stored = entities.find(StoredDetails.class, id.value());
        return stored == null ? PaymentDetails.NONE : stored.details(seal);
    }

    void keep(PaymentId id, PaymentDetails details) {
        StoredDetails stored = entities.find(StoredDetails.class, id.value());
        if (stored == null) {
            entities.persist(new StoredDetails(id, details, seal));
        } else {
            stored.replaceWith(details, seal);
        }
    }

    private static String containing(String text) {
        return "%"
                + text.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "")
                        .replace("%", "")
                        .replace("_", "\\_") + "%";
    }

    private static <T> Optional<T> single(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
