/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Capability;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayAccount;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks Omise whether keys are good for a store. Call it outside any transaction. */
@Wired
public class CheckKeys {

    private final Gateway gateway;

    @Inject
    CheckKeys(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Empty if they are good; otherwise the code of what is wrong: {@code keys.refused}, {@code keys.unreachable},
     * {@code keys.mode}, {@code keys.country}.
     */
    Optional<String> finding(Store store, OmiseAccount account) {
        Answer<GatewayAccount> answer = gateway.account(account);
        if (answer instanceof Answer.Denied<GatewayAccount> || answer instanceof Answer.Declined<GatewayAccount>) {
            return Optional.of("keys.refused");
        }
        if (!(answer instanceof Answer.Ok<GatewayAccount> ok)) {
            return Optional.of("keys.unreachable");
        }
        if (Mode.of(ok.value().livemode()) != account.mode()) {
            return Optional.of("keys.mode");
        }
        if (!ok.value().country().equals(store.country())) {
            return Optional.of("keys.country");
        }
        return gateway.capability(account) instanceof Answer.Ok<Capability>
                ? Optional.empty()
                : Optional.of("keys.unreachable");
    }
}
