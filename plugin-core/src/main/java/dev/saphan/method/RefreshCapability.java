/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Capability;
import dev.saphan.gateway.Gateway;
import dev.saphan.job.Job;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads now and then what an account may take, so that no shopper waits for it. */
@Wired
class RefreshCapability implements Job {

    static final String NAME = "refresh-capability";

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Stores stores;
    private final Gateway gateway;
    private final Capabilities capabilities;
    private final RegisterMethods registerMethods;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RefreshCapability(
            Stores stores,
            Gateway gateway,
            Capabilities capabilities,
            RegisterMethods registerMethods,
            Transactions transactions,
            Clock clock) {
        this.stores = stores;
        this.gateway = gateway;
        this.capabilities = capabilities;
        this.registerMethods = registerMethods;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        int colon = id.indexOf(':');
        Mode mode = Mode.valueOf(id.substring(colon + 1).toUpperCase(Locale.ROOT));
        Optional<Store> store = stores.find(new StoreId(id.substring(0, colon)))
                .filter(found -> found.accounts().containsKey(mode));
        return store.map(found -> refresh(found, mode)).orElse(Next.DONE);
    }

    private Next refresh(Store store, Mode mode) {
        Answer<Capability> answer = gateway.capability(store.account(mode));
        if (!(answer instanceof Answer.Ok<Capability> ok)) {
            return Next.at(clock.instant().plus(SOON));
        }
        transactions.run(() -> {
            if (capabilities.refresh(store.id(), mode, ok.value())) {
                registerMethods.register(store, mode);
            }
        });
        return Next.at(clock.instant().plus(PERIOD));
    }
}
