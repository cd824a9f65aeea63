/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What belongs to the installation rather than to a store.
 *
 * @param publicUrl where shoppers and storefronts reach {@code /payments}, without a trailing slash; every address in
 *     an answer starts with it
 * @param omiseUrl the Omise API, or a simulator of it
 * @param gatewayTimeout longest wait for an answer to a call that changes something
 * @param readTimeout longest wait for an answer to a read
 * @param openId empty where people sign in with a password only
 */
public record Deployment(
        URI publicUrl,
        URI omiseUrl,
        Duration connectTimeout,
        Duration gatewayTimeout,
        Duration readTimeout,
        Duration scanWait,
        Path dataDirectory,
        Optional<String> keyset,
        boolean allowPrivateOrderPorts,
        Retention retention,
        SessionLife sessions,
        Optional<OpenIdProvider> openId) {

    /** An absolute address under {@code /payments}. */
    public URI address(String path) {
        return URI.create(publicUrl + path);
    }
}
