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

    private ReturnUrl() {}

    /** @throws IllegalArgumentException if it is none of that */
    static URI parse(String text, Store store) {
        URI uri = URI.create(text);
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null || !isSecure(uri, host) || !isAllowed(uri, store)) {
            throw new IllegalArgumentException("not a return url");
        }
        return uri;
    }

    private static boolean isSecure(URI uri, String host) {
        return "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host.toLowerCase(Locale.ROOT)));
    }

    private static boolean isAllowed(URI uri, Store store) {
        return store.returnOrigins().isEmpty()
                || store.returnOrigins().stream()
                        .anyMatch(origin -> uri.getScheme().equals(origin.getScheme())
                                && uri.getHost().equals(origin.getHost())
                                && uri.getPort() == origin.getPort());
    }
}
