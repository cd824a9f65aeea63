/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayContract;
import dev.saphan.secret.Secret;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.StoreId;
import dev.saphan.simulator.OmiseSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The adapter, over HTTP to the simulator. */
class OmiseGatewayContractTest extends GatewayContract {

    private final OmiseSimulator omise = OmiseSimulator.builder().start();
    private final Gateway gateway = OmiseGatewayTest.gateway(omise.url(), Duration.ofMinutes(5));
    private final OmiseAccount account = new OmiseAccount(
            new StoreId("shop"), Mode.TEST, new Secret(omise.secretKey()), Optional.empty(), List.of());

    @AfterEach
    void stop() {
        omise.close();
    }

    @Override
    protected Gateway gateway() {
        return gateway;
    }

    @Override
    protected OmiseAccount account() {
        return account;
    }

    @Override
    protected void pay(String charge) {
        omise.approveInWallet(charge);
    }

    @Override
    protected void reject(String charge) {
        omise.markAsFailed(charge, "payment_rejected");
    }
}
