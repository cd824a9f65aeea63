/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the application's storefronts to the plugin's beans. */
@ApplicationScoped
class StorefrontsBean {

    @Produces
    @Singleton
    Storefronts storefronts() {
        return Storefronts.ofThisApplication();
    }
}
