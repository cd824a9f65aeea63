/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.shift;

import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.shift.Shift;
import dev.saphan.user.Role;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.security.RoleNeeded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which shift an address means: a store, a mode, a day and a while of it. Cashiers see their own, approvers all. */
@RequestScoped
public class ShiftQuery {

    @Inject
    HttpServletRequest request;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** Where this person takes payments or sees what others took. */
    List<Store> stores() {
        return Stream.concat(person.stores(Role.CASHIER).stream(), person.stores(Role.APPROVER).stream())
                .distinct()
                .toList();
    }

    /** @throws RoleNeeded if there is none for them */
    Store store() {
        List<Store> stores = stores();
        if (stores.isEmpty()) {
            throw new RoleNeeded(Role.CASHIER, "");
        }
        return stores.stream()
                .filter(store -> store.id().value().equals(parameter("store")))
                .findFirst()
                .orElseGet(() -> stores.get(0));
    }

    /** Live, unless the store has only the other or it is asked for. */
    Mode mode() {
        Store store = store();
        return store.accounts().keySet().stream()
                .filter(mode -> mode.code().equals(parameter("mode")))
                .findFirst()
                .orElseGet(() -> store.accounts().containsKey(Mode.LIVE) ? Mode.LIVE : Mode.TEST);
    }

    boolean isOfAll() {
        return person.may(Role.APPROVER, store().id());
    }

    /** Today where none is named. */
    LocalDate day() {
        try {
            return LocalDate.parse(parameter("day"));
        } catch (DateTimeException e) {
            return LocalDate.now(clock.withZone(store().timeZone()));
        }
    }

    /** Empty for the whole day. */
    Optional<LocalTime> begin() {
        return time("begin");
    }

    /** Empty for the whole day. */
    Optional<LocalTime> end() {
        return time("end");
    }

    ZonedDateTime from() {
        return day().atTime(begin().orElse(LocalTime.MIDNIGHT)).atZone(store().timeZone());
    }

    /** An end that is not after the beginning is on the next day. */
    ZonedDateTime until() {
        LocalTime end = end().orElse(LocalTime.MIDNIGHT);
        boolean sameDay = end.isAfter(begin().orElse(LocalTime.MIDNIGHT));
        return (sameDay ? day() : day().plusDays(1)).atTime(end).atZone(store().timeZone());
    }

    Shift shift() {
        return new Shift(
                new AccountKey(store().id(), mode()),
                from().toInstant(),
                until().toInstant(),
                isOfAll() ? Optional.empty() : Optional.of(person.getName()));
    }

    PageAddress address() {
        return PageAddress.of("shift.xhtml")
                .with("store", store().id().value())
                .with("mode", mode().code())
                .with("day", day().toString())
                .with("begin", begin().map(LocalTime::toString).orElse(""))
                .with("end", end().map(LocalTime::toString).orElse(""));
    }

    private Optional<LocalTime> time(String name) {
        try {
            return Optional.of(LocalTime.parse(parameter(name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
