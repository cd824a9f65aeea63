/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.settings.StoreId;
import java.util.Comparator;
import java.util.Optional;

/** @param store empty for every store, those of the future included */
public record Grant(Role role, Optional<StoreId> store) implements Comparable<Grant> {

    private static final Comparator<Grant> ORDER = Comparator.<Grant, String>comparing(
                    grant -> grant.store().map(StoreId::value).orElse(""))
            .thenComparing(Grant::role);

    public static Grant everywhere(Role role) {
        return new Grant(role, Optional.empty());
    }

    public static Grant in(StoreId store, Role role) {
        return new Grant(role, Optional.of(store));
    }

    boolean allows(Role needed, StoreId where) {
        return role.covers(needed) && store.map(where::equals).orElse(true);
    }

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }
}
