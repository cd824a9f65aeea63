/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.secret.Secret;
import dev.saphan.settings.DuplicatePaymentPolicy;
import dev.saphan.settings.LatePaymentPolicy;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The shop of {@link OneStore} with its storefront in the same application, and with some things set otherwise. */
public final class SomeStore {

    public static final OrderPortAddress ADDRESS =
            new OrderPortAddress(URI.create("https://shop.example/order-port"), new Secret("whsec_c2VjcmV0"));

    private final Store usual = new OneStore().store();
    private StoreId id = usual.id();
    private Optional<OrderPortAddress> orderPort = usual.orderPort();
    private boolean inProcess = true;
    private Map<String, MethodSettings> methods = usual.methods();
    private LatePaymentPolicy late = usual.latePaymentPolicy();
    private DuplicatePaymentPolicy duplicates = usual.duplicatePaymentPolicy();
    private RefundLimits limits = usual.refundLimits();

    private SomeStore() {}

    public static Store usual() {
        return set().store();
    }

    public static SomeStore set() {
        return new SomeStore();
    }

    /** It asks, and is told nothing. */
    public static Store thatAsks(String id) {
        return set().reached(id, Optional.empty(), false);
    }

    public static Store atAnAddress(String id) {
        return set().reached(id, Optional.of(ADDRESS), false);
    }

    /** Its storefront will register in this application. */
    public static Store inProcess(String id) {
        return set().reached(id, Optional.empty(), true);
    }

    private Store reached(String store, Optional<OrderPortAddress> at, boolean here) {
        id = new StoreId(store);
        orderPort = at;
        inProcess = here;
        return store();
    }

    public SomeStore method(String code, MethodSettings settings) {
        methods = Map.of(code, settings);
        return this;
    }

    public SomeStore late(LatePaymentPolicy policy) {
        late = policy;
        return this;
    }

    public SomeStore duplicates(DuplicatePaymentPolicy policy) {
        duplicates = policy;
        return this;
    }

    public SomeStore refunds(RefundLimits other) {
        limits = other;
        return this;
    }

    public Store store() {
        return new Store(
                id,
                usual.name(),
                usual.country(),
                usual.timeZone(),
                usual.accounts(),
                usual.apiKeyHashes(),
                orderPort,
                inProcess,
                usual.returnOrigins(),
                methods,
                late,
                duplicates,
                usual.webhookSignatureRequired(),
                usual.paymentLife(),
                usual.alerts(),
                limits);
    }
}
