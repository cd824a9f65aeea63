/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.order.Order;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where shoppers reach this store. Configured, because what a request says of it cannot be trusted. */
@Singleton
public record StoreAddress(String url) {

    @Inject
    public StoreAddress(@ConfigProperty(name = "store.public-url", defaultValue = "http://localhost:8070") String url) {
        this.url = url.replaceAll("/+$", "");
    }

    String returnUrl(Order order) {
        return url + "/orders/" + order.token() + "/returned";
    }
}
