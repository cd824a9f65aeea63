/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When webhooks came, and when charges waited for one. Call it inside a transaction. */
@Wired
class Arrivals {

    private static final int MOST_EVENTS = 500;
    private static final int MOST_CHARGES = 2_000;

    private final EntityManager entities;

    @Inject
    Arrivals(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    /** The newest ones that did not have to be looked up in the gateway's list, oldest first. */
    List<Instant> webhooks(AccountKey account, Instant since) {
        List<OffsetDateTime> newestFirst = entities.createQuery(
                        "select e.receivedAt from InboundEvent e where e.storeId = :store and e.mode = :mode"
                                + " and e.receivedAt >= :since and e.listed = false and e.verdict <> :forged"
                                + " order by e.receivedAt desc, e.id desc",
                        OffsetDateTime.class)
                .setParameter("store", account.store().value())
                .setParameter("mode", account.mode())
                .setParameter("since", Utc.of(since))
                .setParameter("forged", Verdict.FORGED)
                .setMaxResults(MOST_EVENTS)
                .getResultList();
        List<Instant> times =
                newestFirst.stream().map(OffsetDateTime::toInstant).sorted().toList();
        return Collections.unmodifiableList(times);
    }

    /**
     * From the making of a charge until its outcome, or until now, but not for ever: whoever has not paid by then seldom
     * does, and nothing more is to be heard of it until it expires. Of the newest charges.
     */
    List<Wait> waits(AccountKey account, Instant since, Instant now) {
        return entities
                .createQuery(
                        "select a.createdAt, a.settledAt from Attempt a where a.accountKey = :account"
                                + " and a.createdAt >= :since and a.chargeId is not null order by a.createdAt desc",
                        Object[].class)
                .setParameter("account", account.toString())
                .setParameter("since", Utc.of(since))
                .setMaxResults(MOST_CHARGES)
                .getResultList()
                .stream()
                .map(row -> wait(instant(row[0], now), instant(row[1], now)))
                .toList();
    }

    private static Wait wait(Instant from, Instant until) {
        Instant longest = from.plus(WebhookSilence.NEGLIGIBLE);
        return new Wait(from, until.isBefore(longest) ? until : longest);
    }

    private static Instant instant(@Nullable Object column, Instant otherwise) {
        return column instanceof OffsetDateTime time ? time.toInstant() : otherwise;
    }
}
