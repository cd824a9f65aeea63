/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.language.Languages;
import dev.saphan.method.Methods;
import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.Mode;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of settings that admins may change for a store, without {@code saphan.store.<id>.} before them. */
@Wired
public class SettingName {

    private static final List<String> OF_A_MODE =
            List.of("secret-key", "public-key", "webhook-secret", "webhook-secret-previous", "api-key-sha256");

    private static final List<String> OF_A_STORE = List.of(
            "name",
            "country",
            "time-zone",
            "webhook-signature-required",
            "order-port.url",
            "order-port.signing-secret",
            "return-origins",
            "late-payment-policy",
            "duplicate-payment-policy",
            "payment-life",
            "alerts.mail",
            "alerts.url",
            "alerts.signing-secret");

    private static final List<String> CURRENCIES = List.of("THB", "SGD", "MYR");
    private static final List<String> OF_A_CURRENCY =
            List.of("refund-approval-above", "refund-budget.refunder", "refund-budget.approver", "refund-budget.admin");
    private static final List<String> OF_A_METHOD =
            List.of("enabled", "position", "refund-window", "partial-refunds", "expiry");

    private static final Set<String> SECRET = Set.of(
            "test.secret-key",
            "live.secret-key",
            "test.webhook-secret",
            "live.webhook-secret",
            "test.webhook-secret-previous",
            "live.webhook-secret-previous",
            "order-port.signing-secret",
            "alerts.signing-secret");

    private final Set<String> known = new LinkedHashSet<>(OF_A_STORE);

    @Inject
    SettingName(Methods methods) {
        for (Mode mode : Mode.values()) {
            OF_A_MODE.forEach(name -> known.add(mode.code() + "." + name));
        }
        AlertRouting.KINDS.forEach(kind -> known.add("alerts.send." + kind));
        for (String name : OF_A_CURRENCY) {
            CURRENCIES.forEach(currency -> known.add(name + "." + currency));
        }
        for (String code : methods.codes()) {
            String method = "method." + code + ".";
            OF_A_METHOD.forEach(name -> known.add(method + name));
            Languages.ALL.forEach(language -> known.add(method + "label." + language.toLanguageTag()));
            CURRENCIES.forEach(currency -> known.add(method + "limits." + currency));
        }
    }

    public boolean isKnown(String name) {
        return known.contains(name);
    }

    public Set<String> all() {
        return Collections.unmodifiableSet(known);
    }

    /** Whether its value is never shown again. */
    public static boolean isSecret(String name) {
        return SECRET.contains(name);
    }
}
