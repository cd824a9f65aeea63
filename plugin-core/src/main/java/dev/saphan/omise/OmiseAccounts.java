/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Capability;
import dev.saphan.gateway.GatewayAccount;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Omise says of the merchant's account, in our words. */
final class OmiseAccounts {

    private OmiseAccounts() {}

    /** @throws Unreadable if it does not say in which mode it is */
    static GatewayAccount account(String body) {
        OmiseObject omise = OmiseObject.parse("account", body);
        return new GatewayAccount(
                omise.id("id").orElse(""),
                omise.needed(OmiseObject::flag, "livemode"),
                omise.word("country").orElse(""),
                omise.address("webhook_uri").map(String::valueOf));
    }

    /** @throws Unreadable if it has no list of methods: then it is not known which are switched on */
    static Capability capability(String body) {
        OmiseObject omise = OmiseObject.parse("capability", body);
        Map<String, Set<String>> currencies = new HashMap<>();
        OmiseList.of("payment method", omise, "payment_methods", OmiseAccounts::method)
                .read()
                .forEach(method -> currencies
                        .computeIfAbsent(method.name(), name -> new HashSet<>())
                        .addAll(method.currencies()));
        return new Capability(omise.word("country").orElse(""), currencies);
    }

    private static Method method(OmiseObject omise) {
        List<JsonValue> told =
                omise.value("currencies").orElse(JsonValue.NULL) instanceof JsonArray list ? list : List.of();
        return new Method(
                omise.needed(OmiseObject::word, "name"),
                told.stream()
                        .filter(JsonString.class::isInstance)
                        .map(currency -> ((JsonString) currency).getString())
                        .toList());
    }

    private record Method(String name, List<String> currencies) {}
}
