/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import dev.saphan.settings.Store;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where the shopper is sent back to: https (http on loopback only), without user info, to an origin the store allows. */
final class ReturnUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final int LAST_PORT = 65_535;

    private ReturnUrl() {}

    /** @throws IllegalArgumentException if it is none of that */
    static URI parse(String text, Store store) {
        URI uri = URI.create(text);
        String host = uri.getHost();
        if (host == null
                || uri.getUserInfo() != null
                || !isSecure(uri, host)
                || uri.getPort() > LAST_PORT
                || !isAllowed(uri, store)) {
            throw new IllegalArgumentException("not a return url");
        }
        return uri;
    }

    private static boolean isSecure(URI uri, String host) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || ("http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(host.toLowerCase(Locale.ROOT)));
    }

    private static boolean isAllowed(URI uri, Store store) {
        return store.returnOrigins().isEmpty()
                || store.returnOrigins().stream()
                        .filter(origin -> origin.getScheme() != null && origin.getHost() != null)
                        .map(Origin::of)
                        .anyMatch(Origin.of(uri)::equals);
    }

    /** As RFC 6454 compares them: names in any case, the usual port whether it is written or not. */
    private record Origin(String scheme, String host, int port) {

        static Origin of(URI uri) {
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            return new Origin(
                    scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? usual : uri.getPort());
        }
    }
}
