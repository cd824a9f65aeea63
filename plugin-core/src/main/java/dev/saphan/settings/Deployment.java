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
 * @param callsAtOnce most calls to Omise at once from one node, of those that change something and of reads each
 * @param openId empty where people sign in with a password only
 * @param mail through which alerts are mailed; empty where none is configured
 * @param alerts where alerts about the installation itself are sent to
 */
public record Deployment(
        URI publicUrl,
        URI omiseUrl,
        Duration connectTimeout,
        Duration gatewayTimeout,
        Duration readTimeout,
        int callsAtOnce,
        Duration scanWait,
        DatabaseAccess database,
        Path dataDirectory,
        Optional<String> keyset,
        boolean allowPrivateOrderPorts,
        Retention retention,
        SessionLife sessions,
        Optional<OpenIdProvider> openId,
        Optional<MailServer> mail,
        AlertRouting alerts) {

    /** An absolute address under {@code /payments}. */
    public URI address(String path) {
        return URI.create(publicUrl + path);
    }
}
