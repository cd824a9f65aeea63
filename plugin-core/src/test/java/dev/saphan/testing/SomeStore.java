/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.settings.DuplicatePaymentPolicy;
import dev.saphan.settings.LatePaymentPolicy;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.Store;
import java.util.Map;

/** The shop of {@link OneStore} with its storefront in the same application, and with some things set otherwise. */
public final class SomeStore {

    private final Store usual = new OneStore().store();
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
                usual.id(),
                usual.name(),
                usual.country(),
                usual.timeZone(),
                usual.accounts(),
                usual.apiKeyHashes(),
                usual.orderPort(),
                true,
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
