/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A merchant's shop and everything the deployment was told about it.
 *
 * @param country of the Omise account, two letters
 * @param apiKeyHashes SHA-256 of the API keys, hexadecimal, each with its mode
 * @param orderPortInProcess its storefront lives in this application, and its messages wait until it registers
 * @param returnOrigins where a shopper may be sent back to; empty means anywhere that is https
 * @param paymentLife how long a payment stays open before it is closed as expired
 */
public record Store(
        StoreId id,
        String name,
        String country,
        ZoneId timeZone,
        Map<Mode, OmiseAccount> accounts,
        Map<String, Mode> apiKeyHashes,
        Optional<OrderPortAddress> orderPort,
        boolean orderPortInProcess,
        Set<URI> returnOrigins,
        Map<String, MethodSettings> methods,
        LatePaymentPolicy latePaymentPolicy,
        DuplicatePaymentPolicy duplicatePaymentPolicy,
        boolean webhookSignatureRequired,
        Duration paymentLife) {

    /** Those of which it has the keys, live first. */
    public List<Mode> modes() {
        return Stream.of(Mode.LIVE, Mode.TEST).filter(accounts::containsKey).toList();
    }

    /** The one with that code, else live where the store takes real money. */
    public Mode modeOrUsual(String code) {
        return Mode.ofCode(code)
                .filter(accounts::containsKey)
                .orElse(accounts.containsKey(Mode.LIVE) ? Mode.LIVE : Mode.TEST);
    }

    public MethodSettings method(String code) {
        return methods.getOrDefault(code, MethodSettings.DEFAULT);
    }

    /** @throws IllegalStateException if the store has no keys of that mode any more while payments of it exist */
    public OmiseAccount account(Mode mode) {
        OmiseAccount account = accounts.get(mode);
        if (account == null) {
            throw new IllegalStateException("Store " + id + " has no " + mode.code() + " keys");
        }
        return account;
    }
}
