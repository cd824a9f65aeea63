/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

import dev.saphan.readiness.Subject;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.VisibleStore;
import dev.saphan.web.security.RoleNeeded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** The store and mode that the address names. A store of others is refused rather than replaced by an own one. */
@RequestScoped
class CheckedStore {

    @Inject
    HttpServletRequest request;

    @Inject
    VisibleStore visibleStore;

    @Inject
    Person person;

    /** @throws RoleNeeded if the person is no admin there */
    Subject get() {
        Store store = visibleStore.of(Role.ADMIN);
        String wanted = Optional.ofNullable(request.getParameter("store")).orElse("");
        if (!wanted.isEmpty() && !store.id().value().equals(wanted)) {
            throw new RoleNeeded(Role.ADMIN, name(wanted));
        }
        return new Subject(store, mode(store));
    }

    /** Only a store that they see by some role has a name for them. */
    private String name(String wanted) {
        return person.stores(Role.VIEWER).stream()
                .filter(store -> store.id().value().equals(wanted))
                .map(Store::name)
                .findFirst()
                .orElse("");
    }

    /** Without one in the address: live if there are keys for it, for that is what is to go live. */
    private Mode mode(Store store) {
        String wanted = request.getParameter("mode");
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.code().equals(wanted))
                .findFirst()
                .orElse(store.accounts().containsKey(Mode.LIVE) ? Mode.LIVE : Mode.TEST);
    }
}
