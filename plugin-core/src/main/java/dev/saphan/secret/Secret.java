/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.secret;

import java.util.Objects;

/** A credential. It prints as a mask wherever it is logged, shown or put into a message by accident. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The credential itself; the name is meant to stand out where it is used. */
    public String reveal() {
        return value;
    }

    /** The part that tells kind and mode ({@code skey_test_}) and the last four characters. */
    public String masked() {
        if (value.length() < 12) {
            return "••••";
        }
        int kind = Math.min(value.lastIndexOf('_') + 1, 10);
        return value.substring(0, kind) + "••••" + value.substring(value.length() - 4);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
