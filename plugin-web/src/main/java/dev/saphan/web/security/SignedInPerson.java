/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.audit.Who;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.user.Grants;
import dev.saphan.user.Identity;
import dev.saphan.user.Role;
import dev.saphan.web.client.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;

/** Who asks, and what they may do where. */
@RequestScoped
public class SignedInPerson {

    @Inject
    HttpServletRequest request;

    @Inject
    Sessions sessions;

    @Inject
    Stores stores;

    @Inject
    ClientAddress clientAddress;

    /** Empty if nobody is signed in. */
    public String name() {
        return sessions.current(request).map(Identity::name).orElse("");
    }

    /** Whether they have no password here. */
    public boolean isKnownElsewhere() {
        return sessions.current(request).filter(Identity::knownElsewhere).isPresent();
    }

    public Who who() {
        return new Who(name(), clientAddress.of(request));
    }

    public Grants grants() {
        return sessions.current(request).map(Identity::grants).orElse(Grants.NONE);
    }

    public boolean may(Role needed, StoreId store) {
        return grants().allow(needed, store);
    }

    /** What concerns the installation. */
    public boolean mayEverywhere(Role needed) {
        return grants().allowEverywhere(needed);
    }

    /** The stores in which they may do what the role is needed for, by name. */
    public List<Store> stores(Role needed) {
        Grants grants = grants();
        return stores.all().stream()
                .filter(store -> grants.allow(needed, store.id()))
                .sorted(Comparator.comparing(Store::name))
                .toList();
    }

    /** @throws RoleNeeded if they may not */
    public void require(Role needed, StoreId store) {
        if (!may(needed, store)) {
            throw new RoleNeeded(needed, stores.find(store).map(Store::name).orElse(""));
        }
    }

    /** @throws RoleNeeded if they may not */
    public void requireEverywhere(Role needed) {
        if (!mayEverywhere(needed)) {
            throw new RoleNeeded(needed, "");
        }
    }
}
