/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.MessageFilter;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import dev.saphan.web.security.RoleNeeded;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which messages the address asks for, among those that the person may see. */
@RequestScoped
public class AskedMessages {

    @Inject
    HttpServletRequest request;

    @Inject
    MessageSearch search;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    private MessageQuery query;
    private MessageFilter filter;

    @PostConstruct
    void read() {
        List<Store> visible = person.stores(Role.VIEWER);
        if (visible.isEmpty()) {
            throw new RoleNeeded(Role.VIEWER, "");
        }
        query = MessageQuery.of(request, visible);
        filter = transactions.call(() -> search.narrow(query.filter(), query.text()));
    }

    MessageQuery query() {
        return query;
    }

    MessageFilter filter() {
        return filter;
    }
}
