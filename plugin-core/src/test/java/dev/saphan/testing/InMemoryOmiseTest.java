/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayContract;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import java.time.Clock;

/** The fake of the race tests, held to what the adapter does. */
class InMemoryOmiseTest extends GatewayContract {

    private final Clock clock = Clock.systemUTC();
    private final InMemoryOmise omise = new InMemoryOmise(clock, Steps.NONE);

    @Override
    protected Gateway gateway() {
        return omise;
    }

    @Override
    protected OmiseAccount account() {
        return new OneStore().store().account(Mode.TEST);
    }

    @Override
    protected void pay(String charge) {
        omise.books().pay(charge, clock.instant());
    }

    @Override
    protected void reject(String charge) {
        omise.books().settle(charge, ChargeStatus.FAILED, clock.instant());
    }
}
