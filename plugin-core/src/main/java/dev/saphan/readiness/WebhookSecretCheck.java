/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.settings.OmiseAccount;
import dev.saphan.wiring.Wired;

/** The secret that webhooks are signed with is known. */
@Wired
class WebhookSecretCheck implements ReadinessCheck {

    @Override
    public String code() {
        return "webhook-secret";
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
        OmiseAccount account = subject.account();
        if (account.webhookSecrets().isEmpty()) {
            return subject.store().webhookSignatureRequired() ? Finding.failed("missing") : Finding.warning("unsigned");
        }
        return account.webhookSecrets().size() > 1 ? Finding.passed("rotating") : Finding.passed("known");
    }
}
