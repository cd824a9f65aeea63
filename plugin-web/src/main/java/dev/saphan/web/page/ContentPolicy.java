/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import org.jspecify.annotations.Nullable;

/** The content security policy of pages: nothing inline, nothing from elsewhere, never inside somebody's frame. */
final class ContentPolicy {

    static final String HEADER = "Content-Security-Policy";

    private static final String BASE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private ContentPolicy() {}

    static String strict() {
        return BASE;
    }

    /**
     * For a page whose form ends at a wallet. Browsers hold {@code form-action} against every redirect that follows,
     * and wallets send people on to hosts that nobody can list: any of https, and the origin itself for a simulator.
     */
    static String leavingFor(@Nullable String origin) {
        return origin == null ? BASE : BASE + " https: " + origin;
    }
}
