/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Everybody who may sign in. Call it inside a transaction. */
@Wired
public class Users {

    private final EntityManager entities;

    @Inject
    Users(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public Optional<User> find(String name) {
        return Optional.ofNullable(entities.find(User.class, name));
    }

    /** Nobody else changes them until the transaction ends. To be taken before the trail's lock, as everywhere. */
    public Optional<User> lock(String name) {
        return Optional.ofNullable(entities.find(User.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    /** By name. */
    public List<User> all() {
        return entities.createQuery("select u from User u order by u.name", User.class)
                .getResultList();
    }

    boolean isEmpty() {
        return entities.createQuery("select u.name from User u", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<User> findKnownElsewhereAs(String externalId) {
        return entities.createQuery("select u from User u where u.externalId = :id", User.class)
                .setParameter("id", externalId)
                .getResultStream()
                .findFirst();
    }

    /** Everybody, so that two people cannot each take the other one's rights at the same moment. */
    List<User> lockAll() {
        return entities.createQuery("select u from User u order by u.name", User.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void add(User user) {
        entities.persist(user);
        entities.flush();
    }
}
