/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import dev.saphan.web.security.RoleNeeded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The stores whose payments the person may see. */
@RequestScoped
public class VisibleStores {

    @Inject
    Person person;

    List<Store> all() {
        List<Store> visible = person.stores(Role.VIEWER);
        if (visible.isEmpty()) {
            throw new RoleNeeded(Role.VIEWER, "");
        }
        return visible;
    }

    /** The one with that id, if the person may see it; else the first. */
    Store named(Optional<String> id) {
        return id.flatMap(wanted -> all().stream()
                        .filter(store -> store.id().value().equals(wanted))
                        .findFirst())
                .orElseGet(() -> all().get(0));
    }
}
