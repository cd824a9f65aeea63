/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.idempotency;

import dev.saphan.persistence.PluginData;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Idempotency keys. A key is entered in the transaction that makes the thing it asks for, so there is never one without
 * the other; the primary key decides between two first uses at once.
 */
@Wired
public class IdempotencyKeys {

    /** After that, a first use without an answer has died; what it made is shown as it stands. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    IdempotencyKeys(@PluginData EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * What the key led to when it was used before; empty if it is new.
     *
     * @throws Problem if it came with another body, or its first use is still under way
     */
    public Optional<String> earlier(IdempotencyKey key) {
        StoredKey stored = entities.find(StoredKey.class, key.rowId());
        if (stored == null) {
            return Optional.empty();
        }
        if (!stored.isOfTheSameRequest(key)) {
            throw Problem.of(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (!stored.isAnswered() && stored.createdAt().plus(LONGEST_CALL).isAfter(clock.instant())) {
            throw Problem.of(ErrorCode.REQUEST_IN_PROGRESS);
        }
        return Optional.of(stored.resourceId());
    }

    /** The payment that a key made; empty if it made none, or longer ago than keys are kept. */
    public Optional<String> resourceOf(StoreId store, Mode mode, String key) {
        return Optional.ofNullable(entities.find(
                        StoredKey.class, new IdempotencyKey(store, mode, IdempotencyKey.PAYMENTS, key, "").rowId()))
                .map(StoredKey::resourceId);
    }

    /** Enters the first use. */
    public void use(IdempotencyKey key, String resourceId, boolean answered) {
        entities.persist(new StoredKey(key, resourceId, answered, clock.instant()));
        entities.flush();
    }

    public void answered(IdempotencyKey key) {
        StoredKey stored = entities.find(StoredKey.class, key.rowId());
        if (stored != null) {
            stored.answered();
        }
    }

    /** Gives the key back: nothing came of it. */
    public void release(IdempotencyKey key) {
        StoredKey stored = entities.find(StoredKey.class, key.rowId());
        if (stored != null) {
            entities.remove(stored);
        }
    }
}
