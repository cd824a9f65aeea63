/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list ordered by a time and the id, of which a piece is read that begins behind a known place: the thousandth piece
 * costs as much as the first, and what comes in meanwhile moves nothing. In conditions the entity is {@code e}.
 */
public final class KeysetQuery<T> {

    private final EntityManager entities;
    private final Class<T> entity;
    private final String time;
    private final StringBuilder conditions = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new LinkedHashMap<>();
    private boolean nothing;

    /** @param time the attribute that it is ordered by */
    public KeysetQuery(EntityManager entities, Class<T> entity, String time) {
        this.entities = entities;
        this.entity = entity;
        this.time = time;
    }

    public KeysetQuery<T> with(String condition) {
        conditions.append(" and ").append(condition);
        return this;
    }

    public KeysetQuery<T> with(String condition, String name, Object value) {
        values.put(name, value);
        return with(condition);
    }

    /** One of these; of none, none. */
    public KeysetQuery<T> among(String condition, String name, Collection<String> some) {
        nothing |= some.isEmpty();
        return some.isEmpty() ? this : with(condition, name, some);
    }

    public List<T> newest(int limit) {
        return read("", null, "", "desc", limit);
    }

    public List<T> olderThan(OffsetDateTime at, String id, int limit) {
        return read(" and e.$ <= :at and (e.$ < :at or e.id < :edge)", at, id, "desc", limit);
    }

    /** The nearest first. */
    public List<T> newerThan(OffsetDateTime at, String id, int limit) {
        return read(" and e.$ >= :at and (e.$ > :at or e.id > :edge)", at, id, "asc", limit);
    }

    private List<T> read(String place, @Nullable OffsetDateTime at, String id, String direction, int limit) {
        if (nothing) {
            return List.of();
        }
        TypedQuery<T> query = entities.createQuery(
                "select e from " + entity.getSimpleName() + " e where " + conditions + place.replace("$", time)
                        + " order by e." + time + " " + direction + ", e.id " + direction,
                entity);
        values.forEach(query::setParameter);
        if (at != null) {
            query.setParameter("at", at).setParameter("edge", id);
        }
        return query.setMaxResults(limit).getResultList();
    }
}
