/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.people;

import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.user.Grant;
import dev.saphan.user.Grants;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.security.SignedInPerson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The table of roles and stores in a form: a box for each, named {@code grant} with the value {@code role@store}. */
@RequestScoped
class GrantForm {

    private static final String EVERY_STORE = "*";

    @Inject
    HttpServletRequest request;

    @Inject
    SignedInPerson signedIn;

    @Inject
    Wording wording;

    /** A line of the table: a store, or all of them. */
    public record Line(String store, List<Box> boxes) {}

    /** @param label for those who do not see the table */
    public record Box(String value, String label, boolean ticked) {}

    /** What this admin may give, ticked where the person has it. */
    List<Line> lines(Grants held) {
        Stream<Line> every = signedIn.mayEverywhere(Role.ADMIN)
                ? Stream.of(line(wording.of("people.every_store"), Optional.empty(), held))
                : Stream.empty();
        return Stream.concat(
                        every,
                        signedIn.stores(Role.ADMIN).stream()
                                .map(store -> line(store.name(), Optional.of(store.id()), held)))
                .toList();
    }

    private Line line(String name, Optional<StoreId> store, Grants held) {
        return new Line(
                name,
                Arrays.stream(Role.values())
                        .map(role -> new Box(
                                role.code() + "@" + store.map(StoreId::value).orElse(EVERY_STORE),
                                wording.of("people.role_in", wording.of("role." + role.code()), name),
                                held.all().contains(new Grant(role, store))))
                        .toList());
    }

    /** The heads of the columns. */
    List<String> roles() {
        return Arrays.stream(Role.values())
                .map(role -> wording.of("role." + role.code()))
                .toList();
    }

    /** What was ticked, without what is no role or no store of ours. */
    Grants read() {
        String[] values = request.getParameterValues("grant");
        Set<Grant> ticked = new HashSet<>();
        for (String value : values == null ? new String[0] : values) {
            parse(value).ifPresent(ticked::add);
        }
        return new Grants(ticked);
    }

    private Optional<Grant> parse(String value) {
        String[] parts = value.split("@", 2);
        Optional<Role> role = Role.of(parts[0]);
        if (role.isEmpty() || parts.length < 2) {
            return Optional.empty();
        }
        if (parts[1].equals(EVERY_STORE)) {
            return role.map(Grant::everywhere);
        }
        return signedIn.stores(Role.ADMIN).stream()
                .map(Store::id)
                .filter(store -> store.value().equals(parts[1]))
                .findFirst()
                .map(store -> Grant.in(store, role.get()));
    }
}
