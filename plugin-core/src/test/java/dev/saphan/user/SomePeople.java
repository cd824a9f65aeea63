/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.identity.Ids;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.TestPlugin;
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
}
