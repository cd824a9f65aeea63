/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.identity.Ids;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.RowsInMemory;
import dev.saphan.testing.TestPlugin;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** People who are there without having been let in by anybody. */
public final class SomePeople {

    private SomePeople() {}

    /** The name of somebody new with that role in that store. */
    public static String with(Role role, StoreId store, TestPlugin plugin) {
        String name = Ids.next(role.code()).toLowerCase(Locale.ROOT);
        plugin.transactions()
                .run(() -> plugin.get(Users.class)
                        .add(new User(
                                name,
                                Grants.of(Grant.in(store, role)),
                                plugin.clock().instant())));
        return name;
    }

    /** Takes the roles away. */
    public static void strip(String name, TestPlugin plugin) {
        plugin.transactions()
                .run(() -> plugin.get(Users.class).find(name).orElseThrow().give(Grants.NONE));
    }

    /** Whoever is kept in those rows. */
    public static Users in(RowsInMemory rows) {
        return new Users(rows.entities()) {

            @Override
            public List<User> all() {
                return rows.all(User.class);
            }
        };
    }

    public static User keep(RowsInMemory rows, String name, Grant... grants) {
        User user = new User(name, Grants.of(grants), Instant.EPOCH);
        rows.entities().persist(user);
        return user;
    }

    public static void disable(User user) {
        user.disable(Instant.EPOCH);
    }
}
