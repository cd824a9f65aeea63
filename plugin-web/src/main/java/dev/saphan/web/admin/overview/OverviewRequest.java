/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.overview.Overview;
import dev.saphan.overview.ReadOverview;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import dev.saphan.web.security.RoleNeeded;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What this request asks of the overview, and the figures for it; of stores that the person may see and no others. */
@RequestScoped
class OverviewRequest {

    @Inject
    HttpServletRequest request;

    @Inject
    Person person;

    @Inject
    ReadOverview readOverview;

    @Inject
    Clock clock;

    private OverviewQuery query;
    private Overview figures;

    @PostConstruct
    void read() {
        List<Store> visible = person.stores(Role.VIEWER);
        if (visible.isEmpty()) {
            throw new RoleNeeded(Role.VIEWER, "");
        }
        query = OverviewQuery.read(this::parameter, visible);
        figures = readOverview.of(query.stores(), query.mode(), query.period().days());
    }

    OverviewQuery query() {
        return query;
    }

    Overview figures() {
        return figures;
    }

    /** Of the first store; all have their own days, and mostly the same. */
    ZoneId zone() {
        return query.stores().get(0).timeZone();
    }

    ZonedDateTime now() {
        return clock.instant().atZone(zone());
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).map(String::strip);
    }
}
