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
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

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
        return stores.account(AccountKey.parse(id)).map(this::refresh).orElse(Next.DONE);
    }

    private Next refresh(OmiseAccount account) {
        Answer<Capability> answer = gateway.capability(account);
        if (!(answer instanceof Answer.Ok<Capability> ok)) {
            return Next.at(clock.instant().plus(SOON));
        }
        transactions.run(() -> {
            if (capabilities.refresh(account.store(), account.mode(), ok.value())) {
                registerMethods.register(stores.get(account.store()), account.mode());
            }
        });
        return Next.at(clock.instant().plus(PERIOD));
    }
}
