/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Everybody who may sign in. */
@Wired
public class Users {

    private final EntityManager entities;

    @Inject
    Users(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<User> find(String name) {
        return Optional.ofNullable(entities.find(User.class, name));
    }

    void add(User user) {
        entities.persist(user);
    }
}
