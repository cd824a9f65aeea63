/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.idempotency.IdempotencyKeys;
import dev.saphan.persistence.PluginData;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds payments by what people have at hand: the beginning of an order reference (upper or lower case alike), of an id
 * of ours or of Omise's, or a whole idempotency key. Every search is a look into an index and stops at
 * {@link #MOST} payments, so that a single letter costs no more than a whole id.
 */
@Wired
public class PaymentSearch {

    /** More than anybody reads; who finds that many types more. */
    public static final int MOST = 200;

    /** Behind every reference and id that goes on, in every collation. */
    private static final String LAST = "z".repeat(64);

    private final EntityManager entities;
    private final IdempotencyKeys keys;

    @Inject
    PaymentSearch(@PluginData EntityManager entities, IdempotencyKeys keys) {
        this.entities = entities;
        this.keys = keys;
    }

    /**
     * What was found, of any store: the list asks for its own.
     *
     * @param more whether there was more, of which nothing is shown
     */
    record Found(Set<String> payments, boolean more) {}

    Found find(StoreId store, Mode mode, String text) {
        String typed = text.toLowerCase(Locale.ROOT);
        String account = new AccountKey(store, mode).toString();
        Set<String> found = new LinkedHashSet<>(orders(store, mode, typed));
        found.addAll(
                switch (kind(typed)) {
                    case "pay" -> beginning("select p.id from Payment p where p.id", typed, "p.id");
                    case "att" -> beginning("select a.payment.id from Attempt a where a.id", typed, "a.id");
                    case "ref" -> beginning("select r.paymentId from Refund r where r.id", typed, "r.id");
                    case "chrg" ->
                        ofAccount(
                                "select a.payment.id from Attempt a where a.accountKey", account, "a.chargeId", typed);
                    case "rfnd" ->
                        ofAccount(
                                "select r.paymentId from Refund r where r.accountKey",
                                account,
                                "r.gatewayRefundId",
                                typed);
                    default -> List.<String>of();
                });
        found.addAll(ofKey(store, mode, account, text));
        boolean more = found.size() > MOST;
        return new Found(more ? Set.copyOf(found.stream().limit(MOST).toList()) : found, more);
    }

    /** Such as {@code chrg}; empty where there is none. */
    private static String kind(String typed) {
        return typed.substring(0, Math.max(0, typed.indexOf('_')));
    }

    private List<String> orders(StoreId store, Mode mode, String typed) {
        return entities.createQuery(
                        "select p.id from Payment p where p.storeId = :store and p.mode = :mode"
                                + " and p.orderKey between :from and :to and p.orderKey like :like escape '!'"
                                + " order by p.orderKey desc",
                        String.class)
                .setParameter("store", store.value())
                .setParameter("mode", mode)
                .setParameter("from", typed)
                .setParameter("to", typed + LAST)
                .setParameter("like", beginning(typed))
                .setMaxResults(MOST + 1)
                .getResultList();
    }

    private List<String> beginning(String select, String typed, String field) {
        return entities.createQuery(
                        select + " between :from and :to and " + field + " like :like escape '!'", String.class)
                .setParameter("from", typed)
                .setParameter("to", typed + LAST)
                .setParameter("like", beginning(typed))
                .setMaxResults(MOST + 1)
                .getResultList();
    }

    private List<String> ofAccount(String select, String account, String field, String typed) {
        return entities.createQuery(
                        select + " = :account and " + field + " between :from and :to and " + field
                                + " like :like escape '!'",
                        String.class)
                .setParameter("account", account)
                .setParameter("from", typed)
                .setParameter("to", typed + LAST)
                .setParameter("like", beginning(typed))
                .setMaxResults(MOST + 1)
                .getResultList();
    }

    /** The key of a payment is kept as a hash, that of a refund as it is. */
    private List<String> ofKey(StoreId store, Mode mode, String account, String key) {
        return keys.resourceOf(store, mode, key)
                .map(List::of)
                .orElseGet(() -> entities.createQuery(
                                "select r.paymentId from Refund r where r.accountKey = :account"
                                        + " and r.idempotencyKey = :key",
                                String.class)
                        .setParameter("account", account)
                        .setParameter("key", key)
                        .setMaxResults(MOST + 1)
                        .getResultList());
    }

    private static String beginning(String typed) {
        return typed.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
