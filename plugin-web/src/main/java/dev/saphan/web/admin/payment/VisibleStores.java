/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The stores whose payments the person may see. */
@RequestScoped
public class VisibleStores {

    @Inject
    Stores stores;

    List<Store> all() {
        return List.copyOf(stores.all());
    }

    /** The one with that id, if the person may see it; else the first. */
    Store named(Optional<String> id) {
        return id.flatMap(wanted -> all().stream()
                        .filter(store -> store.id().value().equals(wanted))
                        .findFirst())
                .orElseGet(() -> all().get(0));
    }
}
