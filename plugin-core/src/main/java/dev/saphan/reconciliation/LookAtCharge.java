/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks the gateway for one charge, where it may well not be there. */
@Wired
class LookAtCharge {

    private final Gateway gateway;

    @Inject
    LookAtCharge(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Whether the gateway answers, and always in a way that cannot be read. */
    static boolean isUnreadable(Answer<?> answer) {
        return answer instanceof Answer.Unknown<?> unknown && unknown.unreadable();
    }

    /** Ok and empty if the gateway surely has none. */
    Answer<Optional<Charge>> look(OmiseAccount account, String chargeId) {
        Answer<Charge> answer = gateway.charge(account, chargeId);
        return answer instanceof Answer.NotFound<Charge> ? new Answer.Ok<>(Optional.empty()) : answer.map(Optional::of);
    }
}
