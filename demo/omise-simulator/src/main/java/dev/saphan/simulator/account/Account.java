/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.account;

import dev.saphan.simulator.method.Methods;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A merchant account in one mode: keys without {@code _test_} make a live one. Secrets are Base64 text, as Omise's
 * dashboard shows them; while a secret is being rolled, webhooks carry a signature of each.
 *
 * @param methods currencies by method type; what is not here, the account does not have
 */
public record Account(
        String id,
        String name,
        String publicKey,
        String secretKey,
        String webhookSecret,
        @Nullable String previousWebhookSecret,
        @Nullable URI webhookEndpoint,
        String country,
        String currency,
        Map<String, List<String>> methods,
        Instant createdAt) {

    public static final String DEMO_PUBLIC_KEY = "pkey_test_saphandemo0000001";
    public static final String DEMO_SECRET_KEY = "skey_test_saphandemo0000001";
    public static final String DEMO_WEBHOOK_SECRET = "c2FwaGFuLWRlbW8td2ViaG9vay1zZWNyZXQtMDAwMDE=";

    /** A Thai account with every method in every currency. */
    public static Account demo() {
        Map<String, List<String>> methods = new LinkedHashMap<>();
        Methods.standard().all().forEach(method -> methods.put(method.type(), method.currencies()));
        return new Account(
                "account_test_saphandemo0000001",
                "Baan Saphan Store",
                DEMO_PUBLIC_KEY,
                DEMO_SECRET_KEY,
                DEMO_WEBHOOK_SECRET,
                null,
                null,
                "TH",
                "THB",
                methods,
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    public boolean livemode() {
        return !secretKey.contains("_test_");
    }

    public boolean takes(String type, String wantedCurrency) {
        return methods.getOrDefault(type, List.of()).contains(wantedCurrency);
    }

    /** Another account: the id follows from the key. */
    public Account withKeys(String newPublicKey, String newSecretKey) {
        String newId = newSecretKey.replaceFirst("^skey", "account");
        return new Account(
                newId,
                name,
                newPublicKey,
                newSecretKey,
                webhookSecret,
                previousWebhookSecret,
                webhookEndpoint,
                country,
                currency,
                methods,
                createdAt);
    }

    public Account withWebhookSecret(String secret) {
        return new Account(
                id, name, publicKey, secretKey, secret, null, webhookEndpoint, country, currency, methods, createdAt);
    }

    /** From now on webhooks carry two signatures, until {@link #withWebhookSecret} ends it. */
    public Account rolling(String newSecret) {
        return new Account(
                id,
                name,
                publicKey,
                secretKey,
                newSecret,
                webhookSecret,
                webhookEndpoint,
                country,
                currency,
                methods,
                createdAt);
    }

    public Account withWebhookEndpoint(@Nullable URI endpoint) {
        return new Account(
                id,
                name,
                publicKey,
                secretKey,
                webhookSecret,
                previousWebhookSecret,
                endpoint,
                country,
                currency,
                methods,
                createdAt);
    }

    public Account withCountry(String newCountry, String newCurrency) {
        return new Account(
                id,
                name,
                publicKey,
                secretKey,
                webhookSecret,
                previousWebhookSecret,
                webhookEndpoint,
                newCountry,
                newCurrency,
                methods,
                createdAt);
    }

    public Account without(String type) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(methods);
        fewer.remove(type);
        return withMethods(fewer);
    }

    public Account withMethods(Map<String, List<String>> newMethods) {
        return new Account(
                id,
                name,
                publicKey,
                secretKey,
                webhookSecret,
                previousWebhookSecret,
                webhookEndpoint,
                country,
                currency,
                newMethods,
                createdAt);
    }
}
