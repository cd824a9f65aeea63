/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.gateway.Capability;
import dev.saphan.json.JsonParts;
import dev.saphan.json.Wire;
import dev.saphan.persistence.Utc;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an account may take, as it was last told; kept in the database so that all nodes see the same. */
@Entity
@Table(name = "capability")
class StoredCapability {

    @Id
    private String id;

    private String body;

    @Column(name = "refreshed_at")
    private OffsetDateTime refreshedAt;

    protected StoredCapability() {}

    StoredCapability(String id) {
        this.id = id;
        this.body = "";
        this.refreshedAt = Utc.of(Instant.EPOCH);
    }

    /** Whether what is now known differs from before. */
    boolean refresh(Capability capability, Instant now) {
        String told = write(capability);
        boolean changed = !told.equals(body);
        body = told;
        refreshedAt = Utc.of(now);
        return changed;
    }

    Capability capability() {
        JsonObject stored = Wire.readObject(body);
        Map<String, Set<String>> currencies = new HashMap<>();
        JsonObject methods = stored.getJsonObject("methods");
        methods.keySet()
                .forEach(name -> currencies.put(
                        name,
                        methods.getJsonArray(name).getValuesAs(JsonString::getString).stream()
                                .collect(Collectors.toSet())));
        return new Capability(stored.getString("country"), currencies);
    }

    private static String write(Capability capability) {
        JsonObjectBuilder methods = JsonParts.object();
        new TreeMap<>(capability.currencies()).forEach((name, currencies) -> {
            JsonArrayBuilder sorted = JsonParts.array();
            new TreeSet<>(currencies).forEach(sorted::add);
            methods.add(name, sorted);
        });
        return JsonParts.object()
                .add("country", capability.country())
                .add("methods", methods)
                .build()
                .toString();
    }
}
