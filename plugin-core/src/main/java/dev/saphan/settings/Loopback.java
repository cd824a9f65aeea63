/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.net.URI;

/** This machine, the only place that is reached without encryption. */
public final class Loopback {

    private Loopback() {}

    /** Whether the host is written as this machine; no name is looked up. */
    public static boolean isHostOf(URI uri) {
        return "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()) || "[::1]".equals(uri.getHost());
    }
}
