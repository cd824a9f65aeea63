/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.util.Locale;

/** Names one of a store's two accounts in the database, as {@code store:mode}. */
public record AccountKey(StoreId store, Mode mode) {

    /** @throws IllegalArgumentException if it is none */
    public static AccountKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("Not an account: " + text);
        }
        return new AccountKey(
                new StoreId(text.substring(0, colon)),
                Mode.valueOf(text.substring(colon + 1).toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return store + ":" + mode.code();
    }
}
