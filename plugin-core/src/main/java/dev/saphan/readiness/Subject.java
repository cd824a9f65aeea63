/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import java.util.Optional;

/** A store in one of its modes. */
public record Subject(Store store, Mode mode) {

    /** Its keys; a check that needs them is not asked where there are none. */
    OmiseAccount account() {
        return store.account(mode);
    }

    Optional<OmiseAccount> keys() {
        return Optional.ofNullable(store.accounts().get(mode));
    }
}
