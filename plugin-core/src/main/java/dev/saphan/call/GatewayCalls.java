/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.call;

import dev.saphan.gateway.GatewayCalled;
import dev.saphan.persistence.PluginData;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The calls that were made about charges. Call it inside a transaction. */
@Wired
public class GatewayCalls {

    private static final int MOST = 200;

    private final EntityManager entities;

    @Inject
    GatewayCalls(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    void enter(GatewayCalled called) {
        earlier(called)
                .filter(last -> last.isSameAs(called))
                .ifPresentOrElse(last -> last.again(called), () -> entities.persist(new GatewayCall(called)));
    }

    /** The one before, if it may have been the same question: nothing is made or given back twice. */
    private Optional<GatewayCall> earlier(GatewayCalled called) {
        return switch (called.kind()) {
            case READ, FIND, EXPIRE -> newest(called);
            case CREATE, REFUND -> Optional.empty();
        };
    }

    private Optional<GatewayCall> newest(GatewayCalled called) {
        return entities.createQuery(
                        "select c from GatewayCall c where c.accountKey = :account and c.subjectId = :subject"
                                + " order by c.lastAskedAt desc, c.id desc",
                        GatewayCall.class)
                .setParameter(
                        "account",
                        new AccountKey(
                                        called.account().store(),
                                        called.account().mode())
                                .toString())
                .setParameter("subject", called.subject())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Oldest first, a bounded number of them.
     *
     * @param subjects attempts and charges
     */
    public List<GatewayCall> about(AccountKey account, Collection<String> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select c from GatewayCall c where c.accountKey = :account and c.subjectId in :subjects"
                                        + " order by c.askedAt, c.id",
                                GatewayCall.class)
                        .setParameter("account", account.toString())
                        .setParameter("subjects", subjects)
                        .setMaxResults(MOST)
                        .getResultList();
    }
}
