/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import dev.saphan.user.Role;
import dev.saphan.web.security.RoleNeeded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The store that a page is about: the one that its address names, or the person's first. */
@RequestScoped
public class VisibleStore {

    @Inject
    HttpServletRequest request;

    @Inject
    Person person;

    @Inject
    Stores stores;

    /**
     * Among those in which the person has the role.
     *
     * @throws RoleNeeded if there is none, or the address names another: nothing meant for one store is done in
     *     another
     */
    public Store of(Role needed) {
        List<Store> visible = person.stores(needed);
        if (visible.isEmpty()) {
            throw new RoleNeeded(needed, "");
        }
        String wanted = request.getParameter("store");
        if (wanted == null || wanted.isEmpty()) {
            return visible.get(0);
        }
        return visible.stream()
                .filter(store -> store.id().value().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new RoleNeeded(needed, named(wanted)));
    }

    /** Nothing that somebody made up: it is shown, and written down. */
    private String named(String wanted) {
        return stores.all().stream()
                .filter(store -> store.id().value().equals(wanted))
                .map(Store::name)
                .findFirst()
                .orElse("");
    }
}
