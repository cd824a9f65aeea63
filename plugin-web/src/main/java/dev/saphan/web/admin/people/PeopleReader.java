/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.people;

import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.user.Grant;
import dev.saphan.user.Grants;
import dev.saphan.user.GroupGrants;
import dev.saphan.user.Role;
import dev.saphan.user.User;
import dev.saphan.user.Users;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.security.SignedInPerson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads those people whom an admin may see: everybody for an admin of every store, otherwise those of their stores. */
@RequestScoped
public class PeopleReader {

    @Inject
    Users users;

    @Inject
    Stores stores;

    @Inject
    SignedInPerson signedIn;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Inject
    Wording wording;

    @Inject
    GroupGrants groupGrants;

    List<PersonView> all() {
        return transactions.call(() ->
                users.all().stream().filter(this::isVisible).map(this::view).toList());
    }

    Optional<PersonView> find(String name) {
        return transactions.call(() -> users.find(name).filter(this::isVisible).map(this::view));
    }

    private boolean isVisible(User user) {
        Grants mine = signedIn.grants();
        return mine.allowEverywhere(Role.ADMIN)
                || user.grants().all().stream()
                        .anyMatch(grant -> grant.store()
                                .map(store -> mine.allow(Role.ADMIN, store))
                                .orElse(false));
    }

    private PersonView view(User user) {
        ZoneId zone = zone(user.grants().all());
        return new PersonView(
                user.name(),
                PageAddress.of("person.xhtml").with("name", user.name()).toString(),
                user.grants(),
                new TreeSet<>(user.grants().all()).stream().map(this::role).collect(Collectors.joining(", ")),
                state(user),
                user.isDisabled(),
                user.isKnownElsewhere(),
                user.signedInAt().map(at -> Moment.of(at, zone)).orElse(null),
                user.oneTimeUntil().map(at -> Moment.of(at, zone)).orElse(null),
                signedIn.grants().administer(user.grants().all()),
                user.isKnownElsewhere() && groupGrants.decide());
    }

    private String state(User user) {
        if (user.isDisabled()) {
            return "disabled";
        }
        return user.oneTimeUntil()
                .map(until -> until.isAfter(clock.instant()) ? "invited" : "lapsed")
                .orElse("active");
    }

    private String role(Grant grant) {
        String role = wording.of("role." + grant.role().code());
        return wording.of(
                "people.role_in", role, grant.store().map(this::name).orElse(wording.of("people.every_store")));
    }

    private String name(StoreId store) {
        return stores.find(store).map(Store::name).orElse(store.value());
    }

    private ZoneId zone(Collection<Grant> grants) {
        return grants.stream()
                .flatMap(grant -> grant.store().flatMap(stores::find).stream())
                .findFirst()
                .or(() -> stores.all().stream().findFirst())
                .map(Store::timeZone)
                .orElse(ZoneId.of("UTC"));
    }
}
