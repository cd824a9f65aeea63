/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.settings.StoreId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that a person may do, store by store. */
public record Grants(Set<Grant> all) {

    public static final Grants NONE = new Grants(Set.of());

    public Grants {
        all = Set.copyOf(all);
    }

    public static Grants of(Grant... grants) {
        return new Grants(Set.of(grants));
    }

    /**
     * Such as {@code viewer, cashier@shop-a}: a role in every store, or in one.
     *
     * @throws IllegalArgumentException if it is no role, or no store id
     */
    static Grants parse(String text) {
        return new Grants(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Grants::parseOne)
                .collect(Collectors.toSet()));
    }

    private static Grant parseOne(String text) {
        String[] parts = text.split("@", 2);
        Role role = Role.of(parts[0]).orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no role"));
        return parts.length == 1 ? Grant.everywhere(role) : Grant.in(new StoreId(parts[1]), role);
    }

    public boolean allow(Role needed, StoreId store) {
        return all.stream().anyMatch(grant -> grant.allows(needed, store));
    }

    /** What concerns the installation rather than one store. */
    public boolean allowEverywhere(Role needed) {
        return all.stream()
                .anyMatch(grant -> grant.store().isEmpty() && grant.role().covers(needed));
    }

    public boolean allowSomewhere(Role needed) {
        return all.stream().anyMatch(grant -> grant.role().covers(needed));
    }

    /** Whether whoever holds these may give and take the others: admin wherever those reach. */
    public boolean administer(Collection<Grant> others) {
        return others.stream()
                .allMatch(other -> other.store()
                        .map(store -> allow(Role.ADMIN, store))
                        .orElseGet(() -> allowEverywhere(Role.ADMIN)));
    }

    /** For the trail. */
    String inWords() {
        return new TreeSet<>(all)
                .stream()
                        .map(grant -> grant.role().code() + " in "
                                + grant.store().map(Object::toString).orElse("every store"))
                        .collect(Collectors.joining(", "));
    }

    /** Every role that is covered in at least one store. */
    public Set<Role> roles() {
        return Arrays.stream(Role.values()).filter(this::allowSomewhere).collect(Collectors.toUnmodifiableSet());
    }
}
