/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayAccount;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/** Omise sends the account's webhooks to this store. */
@Wired
class WebhookAddressCheck implements ReadinessCheck {

    private final Gateway gateway;
    private final Deployment deployment;

    @Inject
    WebhookAddressCheck(Gateway gateway, Deployment deployment) {
        this.gateway = gateway;
        this.deployment = deployment;
    }

    @Override
    public String code() {
        return "webhook-address";
    }

    @Override
    public Area area() {
        return Area.WEBHOOKS;
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public Finding look(Subject subject) {
        Answer<GatewayAccount> answer = gateway.account(subject.account());
        if (!(answer instanceof Answer.Ok<GatewayAccount> ok)) {
            return NoWord.of(answer);
        }
        String ours = WebhookArrivalCheck.address(deployment, subject);
        String theirs = ok.value().webhookUri().orElse("");
        if (theirs.isEmpty()) {
            return Finding.failed("none", ours);
        }
        return theirs.equals(ours) ? Finding.passed("here", ours) : Finding.failed("elsewhere", theirs, ours);
    }
}
