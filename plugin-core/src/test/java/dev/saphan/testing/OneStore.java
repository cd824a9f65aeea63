/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.secret.Secret;
import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.DuplicatePaymentPolicy;
import dev.saphan.settings.LatePaymentPolicy;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A deployment with one store, in Thailand, with keys for test mode. */
public record OneStore(Store store) implements Stores {

    private static final StoreId ID = new StoreId("shop");

    public OneStore() {
        this(Map.of());
    }

    public OneStore(Map<String, MethodSettings> methods) {
        this(new Store(
                ID,
                "A shop",
                "TH",
                ZoneId.of("Asia/Bangkok"),
                Map.of(
                        Mode.TEST,
                        new OmiseAccount(ID, Mode.TEST, new Secret("skey_test_1"), Optional.empty(), List.of())),
                Map.of(),
                Optional.empty(),
                false,
                Set.of(),
                methods,
                LatePaymentPolicy.ACCEPT_AND_FLAG,
                DuplicatePaymentPolicy.FLAG,
                true,
                Duration.ofDays(7),
                AlertRouting.NONE,
                RefundLimits.NONE));
    }

    @Override
    public Optional<Store> find(StoreId id) {
        return id.equals(ID) ? Optional.of(store) : Optional.empty();
    }

    @Override
    public Optional<ApiCaller> callerWithKey(String apiKey) {
        return Optional.empty();
    }

    @Override
    public Collection<Store> all() {
        return List.of(store);
    }
}
