/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.persistence.Utc;
import dev.saphan.secret.Seal;
import dev.saphan.settings.StoreId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;

/** One setting of one store. Every value is sealed, secret or not: the table tells nothing without the keyset. */
@Entity
@Table(name = "store_setting")
class StoredSetting {

    @Id
    private String id;

    @Column(name = "store_id")
    private String storeId;

    private String name;
    private String setting;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected StoredSetting() {}

    StoredSetting(StoreId store, String name) {
        this.id = id(store, name);
        this.storeId = store.value();
        this.name = name;
        this.setting = "";
        this.changedBy = "";
        this.changedAt = Utc.of(Instant.EPOCH);
    }

    static String id(StoreId store, String name) {
        return store + "/" + name;
    }

    void set(String value, Seal seal, String who, Instant now) {
        setting = seal.close(value, id);
        changedBy = who;
        changedAt = Utc.of(now);
    }

    /** Seals the same value anew: with the newest key of the keyset. */
    void sealAgain(Seal seal) {
        setting = seal.close(value(seal), id);
    }

    boolean isOfNewestKey(Seal seal) {
        return seal.isOfNewestKey(setting);
    }

    String value(Seal seal) {
        return seal.open(setting, id);
    }

    String name() {
        return name;
    }

    String storeId() {
        return storeId;
    }

    /** The key under which the deployment's configuration knows it. */
    String key() {
        return "saphan.store." + storeId + "." + name;
    }
}
