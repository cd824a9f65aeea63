/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.VisibleStore;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What waits for a second person in one store. */
@Named("approvalList")
@RequestScoped
public class ApprovalListPage {

    @Inject
    VisibleStore visibleStore;

    @Inject
    ApprovalReader reader;

    @Inject
    Person person;

    private Store store;
    private List<ApprovalView> rows = List.of();

    @PostConstruct
    void read() {
        store = visibleStore.of(Role.REFUNDER);
        rows = reader.waitingIn(store);
    }

    public Store getStore() {
        return store;
    }

    public List<Store> getStores() {
        return person.stores(Role.REFUNDER);
    }

    public List<ApprovalView> getRows() {
        return rows;
    }
}
