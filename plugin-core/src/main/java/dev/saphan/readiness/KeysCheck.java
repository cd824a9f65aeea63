/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayAccount;
import dev.saphan.settings.Mode;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/** The secret key works, belongs to this mode, and to an account in the store's country. */
@Wired
class KeysCheck implements ReadinessCheck {

    private final Gateway gateway;

    @Inject
    KeysCheck(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String code() {
        return "keys";
    }

    @Override
    public Area area() {
        return Area.OMISE;
    }

    @Override
    public boolean needsKeys() {
        return false;
    }

    @Override
    public Finding look(Subject subject) {
        if (subject.keys().isEmpty()) {
            return Finding.failed("none");
        }
        Answer<GatewayAccount> answer = gateway.account(subject.account());
        if (answer instanceof Answer.Denied<GatewayAccount> denied) {
            return Finding.failed("refused", denied.reason());
        }
        return answer instanceof Answer.Ok<GatewayAccount> ok ? compare(subject, ok.value()) : NoWord.of(answer);
    }

    private static Finding compare(Subject subject, GatewayAccount account) {
        if (Mode.of(account.livemode()) != subject.mode()) {
            return Finding.failed("mode", account.id());
        }
        if (!account.country().equals(subject.store().country())) {
            return Finding.failed("country", account.country(), subject.store().country());
        }
        String publicKey = subject.account().publicKey().orElse("");
        if (!publicKey.isEmpty() && publicKey.startsWith("pkey_test_") != (subject.mode() == Mode.TEST)) {
            return Finding.failed("public_key");
        }
        return Finding.passed("match", account.id(), account.country());
    }
}
