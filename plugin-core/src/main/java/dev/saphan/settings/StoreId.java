/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.util.regex.Pattern;

/** Names one merchant's shop in configuration, addresses and tables: lower-case letters, digits and hyphens. */
public record StoreId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public StoreId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a store id: lower-case letters, digits and hyphens, at most 40");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
