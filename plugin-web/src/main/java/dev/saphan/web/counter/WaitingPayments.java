/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.counter;

import dev.saphan.payment.Payment;
import dev.saphan.payment.Payments;
import dev.saphan.secret.Digests;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.security.RoleNeeded;
import dev.saphan.web.security.SignedInPerson;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The payments that wait at the tills of a store, searched by order reference. */
@Wired
class WaitingPayments {

    private static final int LONGEST_SEARCH = 64;

    private final SignedInPerson person;
    private final Payments payments;

    @Inject
    WaitingPayments(SignedInPerson person, Payments payments) {
        this.person = person;
        this.payments = payments;
    }

    List<Payment> in(Store store, String search) {
        return payments.waitingAtCounter(store.id(), search);
    }

    /**
     * The one asked for, or the first, among those whose payments this person takes.
     *
     * @throws RoleNeeded if there is none
     */
    Store store(@Nullable String id) {
        List<Store> all = stores();
        if (all.isEmpty()) {
            throw new RoleNeeded(Role.CASHIER, "");
        }
        return all.stream()
                .filter(store -> store.id().value().equals(id))
                .findFirst()
                .orElseGet(() -> all.get(0));
    }

    List<Store> stores() {
        return person.stores(Role.CASHIER);
    }

    static String search(@Nullable String typed) {
        String text = Objects.requireNonNullElse(typed, "").strip();
        return text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text;
    }

    /** Changes when the list does. */
    static String version(List<Payment> waiting) {
        return Digests.sha256(waiting.stream()
                        .map(payment -> payment.id() + ":" + payment.version())
                        .collect(Collectors.joining(" ")))
                .substring(0, 16);
    }
}
