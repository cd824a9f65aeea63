/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.settings.StoreId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A grant as it lies in the database. */
@Embeddable
class GrantRow {

    private static final String EVERY_STORE = "*";

    @Column(name = "store_id")
    private String storeId;

    @Column(name = "role")
    private String role;

    protected GrantRow() {}

    GrantRow(Grant grant) {
        this.storeId = grant.store().map(StoreId::value).orElse(EVERY_STORE);
        this.role = grant.role().code();
    }

    Grant grant() {
        return new Grant(
                Role.of(role).orElseThrow(() -> new IllegalStateException("No role is called " + role)),
                Optional.of(storeId).filter(id -> !id.equals(EVERY_STORE)).map(StoreId::new));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GrantRow row && row.storeId.equals(storeId) && row.role.equals(role);
    }

    @Override
    public int hashCode() {
        return Objects.hash(storeId, role);
    }
}
