/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.settings.StoreId;

/**
 * An order port that the plugin finds by itself: a CDI bean in a jar beside the plugin's core, which is {@code lib/} of
 * an EAR or {@code WEB-INF/lib} of a war. At most one for a store. What registers with {@link Storefronts} goes before
 * it.
 */
public interface StorefrontAdapter extends OrderPort {

    /** Whose messages it takes. */
    StoreId store();
}
