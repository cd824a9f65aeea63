/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.audit;

import dev.saphan.audit.AuditFilter;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.user.Role;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which part of the trail the address asks for. */
@RequestScoped
public class AuditQuery {

    private static final int LONGEST = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    Person person;

    AuditFilter filter() {
        Set<StoreId> visible =
                person.stores(Role.ADMIN).stream().map(Store::id).collect(Collectors.toUnmodifiableSet());
        return new AuditFilter(
                visible,
                person.isAdmin(),
                getActor(),
                getAct(),
                getSubject(),
                day("from").map(this::startOf),
                day("until").map(day -> startOf(day.plusDays(1))));
    }

    /** Below which number the page begins. */
    long before() {
        String text = parameter("before");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    /** Of the first store that this person may see; entries of several stores stand side by side. */
    ZoneId zone() {
        List<Store> visible = person.stores(Role.ADMIN);
        return visible.isEmpty() ? ZoneId.of("UTC") : visible.get(0).timeZone();
    }

    PageAddress address() {
        return PageAddress.of("audit.xhtml")
                .with("actor", getActor())
                .with("act", getAct())
                .with("subject", getSubject())
                .with("from", parameter("from"))
                .with("until", parameter("until"));
    }

    public String getActor() {
        return parameter("actor");
    }

    public String getAct() {
        return parameter("act");
    }

    public String getSubject() {
        return parameter("subject");
    }

    public String getFrom() {
        return day("from").map(LocalDate::toString).orElse("");
    }

    public String getUntil() {
        return day("until").map(LocalDate::toString).orElse("");
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    private Optional<LocalDate> day(String name) {
        try {
            String text = parameter(name);
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String parameter(String name) {
        String text = Optional.ofNullable(request.getParameter(name)).orElse("").strip();
        return text.length() > LONGEST ? "" : text;
    }
}
