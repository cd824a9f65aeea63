/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.qr;

import dev.saphan.payment.AttemptId;
import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The pictures that were fetched already, one per attempt. */
@Wired
class QrImages {

    private final EntityManager entities;

    @Inject
    QrImages(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    Optional<QrImage> find(AttemptId attempt) {
        return Optional.ofNullable(entities.find(QrImage.class, attempt.value()));
    }

    /** Keeps it, unless somebody was faster; returns the one that is kept. */
    QrImage keep(QrImage image) {
        Optional<QrImage> stored = find(image.attempt());
        if (stored.isEmpty()) {
            entities.persist(image);
        }
        return stored.orElse(image);
    }
}
