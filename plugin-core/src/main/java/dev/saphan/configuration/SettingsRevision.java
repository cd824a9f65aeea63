/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Counts the changes of settings. Its row is locked while some are changed, so that no change goes under. */
@Entity
@Table(name = "settings_revision")
class SettingsRevision {

    static final int ONLY = 1;

    @Id
    private int id;

    private long revision;

    protected SettingsRevision() {}

    long revision() {
        return revision;
    }

    void next() {
        revision++;
    }
}
