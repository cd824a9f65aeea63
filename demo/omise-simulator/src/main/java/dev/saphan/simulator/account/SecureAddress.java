/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Omise's rule for addresses it calls or sends shoppers to: https only. The demo may allow http on loopback. */
public record SecureAddress(boolean allowLoopbackHttp) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Optional<URI> page(String text) {
        return parse(text).filter(uri -> isHttps(uri) || isAllowedLoopback(uri));
    }

    /** A webhook must not go to localhost, to an IP address or to a host of digits only. */
    public Optional<URI> webhook(String text) {
        return parse(text).filter(uri -> isAllowedLoopback(uri) || (isHttps(uri) && isNamedHost(host(uri))));
    }

    private static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private boolean isAllowedLoopback(URI uri) {
        boolean http = isHttps(uri) || "http".equalsIgnoreCase(uri.getScheme());
        return allowLoopbackHttp && http && LOOPBACK.contains(host(uri));
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static boolean isNamedHost(String host) {
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        return !literal && !host.equals("localhost") && !host.endsWith(".localhost");
    }
}
