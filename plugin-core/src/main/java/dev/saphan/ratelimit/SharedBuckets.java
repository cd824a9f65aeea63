/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ratelimit;

import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Buckets that all nodes share. Call it inside a transaction that runs again on conflict; buckets stay locked until it
 * ends, and are locked in the order of their keys, so that two callers never wait for each other.
 */
@Wired
public class SharedBuckets {

    /** A row that is always there: whoever adds buckets locks it first, so that no two add the same one. */
    private static final String NEW = "new";

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    SharedBuckets(@PluginData EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * How long until each of them has a permit; nothing is taken. Locks all of them, those that a caller may take from
     * afterwards included.
     */
    public Map<Share, Duration> waits(Collection<Share> shares) {
        Map<String, Share> ordered = new TreeMap<>();
        shares.forEach(share -> ordered.put(share.bucket(), share));
        if (isAnyMissing(ordered.keySet())) {
            entities.find(SharedBucket.class, NEW, LockModeType.PESSIMISTIC_WRITE);
        }
        Instant now = clock.instant();
        Map<Share, Duration> waits = new LinkedHashMap<>();
        ordered.values().forEach(share -> waits.put(share, lock(share, now).wait(share.limit(), now)));
        return waits;
    }

    /** Takes from all of them or from none. @return how long to wait, empty if they were taken */
    public Optional<Duration> take(Collection<Share> shares) {
        Duration longest =
                waits(shares).values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        if (!longest.isZero()) {
            return Optional.of(longest);
        }
        Instant now = clock.instant();
        shares.forEach(share -> lock(share, now).take(share.limit(), now));
        return Optional.empty();
    }

    /** Undoes {@link #take}. */
    public void giveBack(Collection<Share> shares) {
        ordered(shares).forEach(share -> lock(share, clock.instant()).giveBack(share.limit()));
    }

    /** As if nothing had ever been taken from them. */
    public void fill(Collection<Share> shares) {
        ordered(shares).forEach(share -> lock(share, clock.instant()).fill(clock.instant()));
    }

    /** Deletes some of those that are full. @return how many */
    int forget(int atMost) {
        List<String> full = entities.createQuery(
                        "select b.key from SharedBucket b where b.fullAt < :now order by b.key", String.class)
                .setParameter("now", Utc.of(clock.instant()))
                .setMaxResults(atMost)
                .getResultList();
        return full.isEmpty()
                ? 0
                : entities.createQuery("delete from SharedBucket b where b.key in :full and b.fullAt < :now")
                        .setParameter("full", full)
                        .setParameter("now", Utc.of(clock.instant()))
                        .executeUpdate();
    }

    private static List<Share> ordered(Collection<Share> shares) {
        return shares.stream().sorted(Comparator.comparing(Share::bucket)).toList();
    }

    private boolean isAnyMissing(Collection<String> keys) {
        return entities.createQuery("select count(b) from SharedBucket b where b.key in :keys", Long.class)
                        .setParameter("keys", keys)
                        .getSingleResult()
                < keys.size();
    }

    private SharedBucket lock(Share share, Instant now) {
        SharedBucket known = entities.find(SharedBucket.class, share.bucket(), LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            known.bearClock(share.limit(), now);
            return known;
        }
        SharedBucket fresh = new SharedBucket(share.bucket(), now);
        entities.persist(fresh);
        entities.flush();
        return fresh;
    }
}
