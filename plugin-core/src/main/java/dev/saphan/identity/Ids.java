/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.identity;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Locale;

/** New identifiers: a prefix that names the kind, then a ULID, so that ids of one kind sort by time of creation. */
public final class Ids {

    private Ids() {}

    public static String next(String prefix) {
        return prefix + "_" + UlidCreator.getMonotonicUlid().toString().toLowerCase(Locale.ROOT);
    }
}
