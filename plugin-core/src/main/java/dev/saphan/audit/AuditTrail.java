/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.audit;

import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All acts of people, append-only. Call it inside a transaction. */
@Wired
public class AuditTrail {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_DETAIL = 2000;
    private static final OffsetDateTime ALWAYS = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final EntityManager entities;
    private final AuditSeal seal;
    private final Clock clock;

    @Inject
    AuditTrail(@PluginData EntityManager entities, AuditSeal seal, Clock clock) {
        this.entities = entities;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Adds an act; others that add one wait until this transaction ends.
     *
     * @param act a stable code such as {@code refund.request}
     * @param store null if it concerns the installation
     * @param detail for people, without secrets and without personal data of shoppers
     */
    public void record(Who who, String act, @Nullable StoreId store, String subject, String detail) {
        AuditHead head = entities.find(AuditHead.class, AuditHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
        AuditEntry entry = new AuditEntry(
                head.number() + 1,
                clock.instant(),
                who,
                act,
                store,
                cut(subject, LONGEST_SUBJECT),
                cut(detail, LONGEST_DETAIL));
        entry.seal(seal.of(entry, head.seal()));
        entities.persist(entry);
        head.moveTo(entry);
    }

    /** Those numbered below {@code before}, newest first. */
    public List<AuditEntry> before(long before, AuditFilter filter, int most) {
        TypedQuery<AuditEntry> query = entities.createQuery(
                "select e from AuditEntry e where e.number < :before"
                        + " and (e.storeId in :stores or (e.storeId is null and :installation = true))"
                        + " and (:actor = '' or e.actor = :actor)"
                        + " and (:act = '' or e.act like :acts)"
                        + " and (:subject = '' or e.subject = :subject)"
                        + " and e.at >= :from and e.at < :until"
                        + " order by e.number desc",
                AuditEntry.class);
        return query.setParameter("before", before)
                .setParameter("stores", stores(filter))
                .setParameter("installation", filter.installation())
                .setParameter("actor", filter.actor())
                .setParameter("act", filter.act())
                .setParameter("acts", filter.act() + "%")
                .setParameter("subject", filter.subject())
                .setParameter("from", filter.from().map(Utc::of).orElse(ALWAYS))
                .setParameter("until", filter.until().map(Utc::of).orElse(NEVER))
                .setMaxResults(most)
                .getResultList();
    }

    List<AuditEntry> after(long number, int most) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.number > :number order by e.number", AuditEntry.class)
                .setParameter("number", number)
                .setMaxResults(most)
                .getResultList();
    }

    /** The number and the seal that the trail has to end with. */
    AuditHead head() {
        return entities.find(AuditHead.class, AuditHead.ONLY);
    }

    /** Never empty: some databases know no list of nothing. */
    private static Set<String> stores(AuditFilter filter) {
        return filter.stores().isEmpty()
                ? Set.of("")
                : filter.stores().stream().map(StoreId::value).collect(Collectors.toSet());
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
