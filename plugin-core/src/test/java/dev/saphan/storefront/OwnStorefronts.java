/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

/** For a plugin that shares its classes with others and its storefronts with nobody. */
public final class OwnStorefronts {

    private OwnStorefronts() {}

    public static Storefronts make() {
        return new Storefronts();
    }
}
