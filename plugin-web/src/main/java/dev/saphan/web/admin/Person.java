/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.user.Role;
import dev.saphan.web.security.FormToken;
import dev.saphan.web.security.SignedInPerson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who looks at the page, what they may do where, and how their acts are written down. */
@Named("person")
@RequestScoped
public class Person {

    @Inject
    HttpServletRequest request;

    @Inject
    SignedInPerson signedIn;

    @Inject
    AuditTrail trail;

    @Inject
    Transactions transactions;

    public String getName() {
        return signedIn.name();
    }

    public boolean isKnownElsewhere() {
        return signedIn.isKnownElsewhere();
    }

    public Who who() {
        return signedIn.who();
    }

    /** For pages: a role by its code, a store by its id. */
    public boolean may(String role, String store) {
        return may(Role.of(role).orElseThrow(), new StoreId(store));
    }

    public boolean may(Role needed, StoreId store) {
        return signedIn.may(needed, store);
    }

    public boolean maySomewhere(Role needed) {
        return signedIn.grants().allowSomewhere(needed);
    }

    /** What is of no single store. */
    public boolean mayEverywhere(Role needed) {
        return signedIn.mayEverywhere(needed);
    }

    /** What touches how the installation works. */
    public boolean isAdmin() {
        return mayEverywhere(Role.ADMIN);
    }

    /** The stores in which they may do what the role is needed for, by name. */
    public List<Store> stores(Role needed) {
        return signedIn.stores(needed);
    }

    /** @throws dev.saphan.web.security.RoleNeeded if they may not; the page that answers names the role */
    public void require(Role needed, StoreId store) {
        signedIn.require(needed, store);
    }

    /** @throws dev.saphan.web.security.RoleNeeded if they may not */
    public void requireAdmin() {
        signedIn.requireEverywhere(Role.ADMIN);
    }

    /**
     * Writes down what they are about to do, before it is done: a trail that holds an act which then failed is better
     * than one that misses an act.
     *
     * @param act a stable code such as {@code refund.request}
     * @param store null if it concerns the installation
     */
    public void acts(String act, @Nullable StoreId store, String subject, String detail) {
        transactions.run(() -> trail.record(who(), act, store, subject, detail));
    }

    /** What the form to sign out has to carry. */
    public String getFormToken() {
        return FormToken.of(request);
    }
}
