/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

import dev.saphan.readiness.Subject;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.VisibleStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/** The store and mode that the address names. */
@RequestScoped
class CheckedStore {

    @Inject
    HttpServletRequest request;

    @Inject
    VisibleStore visibleStore;

    /** @throws dev.saphan.web.security.RoleNeeded if the person is no admin there */
    Subject get() {
        Store store = visibleStore.of(Role.ADMIN);
        return new Subject(store, mode(store));
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
