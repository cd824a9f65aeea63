/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.architecture.canary;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import java.time.Instant;

/** What no class of ours may look like. */
@Entity
class BreaksEveryRule {

    @Id
    String id = "";

    double amount;

    void setAmount(double amount) {
        this.amount = amount;
    }

    JsonValue name() {
        return Json.createValue(id);
    }

    Instant find(EntityManager entities) {
        entities.clear();
        return Instant.now();
    }
}
