/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.secret.Secret;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/** Reads where signed messages go ({@code url}) and what signs them ({@code signing-secret}). */
final class OrderPortReader {

    private static final String SIGNING = "whsec_";

    /** As Standard Webhooks asks for. */
    private static final int FEWEST_BYTES = 24;

    private final SettingsReader settings;
    private final String prefix;

    OrderPortReader(SettingsReader settings, String prefix) {
        this.settings = settings;
        this.prefix = prefix;
    }

    /** Empty without an address. */
    Optional<OrderPortAddress> read() {
        Optional<URI> url = settings.address(prefix + "url");
        if (url.filter(address -> "http".equals(address.getScheme()) && !Loopback.isHostOf(address))
                .isPresent()) {
            settings.reject(prefix + "url", "must be https (http on loopback only)");
        }
        return url.flatMap(address -> settings.required(prefix + "signing-secret")
                .map(secret -> new OrderPortAddress(address, signing(secret))));
    }

    private Secret signing(String secret) {
        if (!canSign(secret)) {
            settings.reject(prefix + "signing-secret", "must be whsec_ and Base64 of 24 bytes at least");
        }
        return new Secret(secret);
    }

    private static boolean canSign(String secret) {
        try {
            return secret.startsWith(SIGNING)
                    && Base64.getDecoder().decode(secret.substring(SIGNING.length())).length >= FEWEST_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
