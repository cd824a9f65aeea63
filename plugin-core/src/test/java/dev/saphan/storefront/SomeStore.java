/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.secret.Secret;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.OneStore;
import java.net.URI;
import java.util.Optional;

/** Stores by how their storefront is reached. */
final class SomeStore {

    static final OrderPortAddress ADDRESS =
            new OrderPortAddress(URI.create("https://shop.example/order-port"), new Secret("whsec_c2VjcmV0"));

    private SomeStore() {}

    /** It asks, and is told nothing. */
    static Store thatAsks(String id) {
        return store(id, Optional.empty(), false);
    }

    static Store atAnAddress(String id) {
        return store(id, Optional.of(ADDRESS), false);
    }

    /** Its storefront will register in this application. */
    static Store inProcess(String id) {
        return store(id, Optional.empty(), true);
    }

    private static Store store(String id, Optional<OrderPortAddress> address, boolean inProcess) {
        Store usual = new OneStore().store();
        return new Store(
                new StoreId(id),
                usual.name(),
                usual.country(),
                usual.timeZone(),
                usual.accounts(),
                usual.apiKeyHashes(),
                address,
                inProcess,
                usual.returnOrigins(),
                usual.methods(),
                usual.latePaymentPolicy(),
                usual.duplicatePaymentPolicy(),
                usual.webhookSignatureRequired(),
                usual.paymentLife(),
                usual.alerts(),
                usual.refundLimits());
    }
}
