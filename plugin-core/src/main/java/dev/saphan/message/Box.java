/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where messages lie. */
public enum Box {
    /** What the gateway sent. */
    EVENTS,
    /** What the storefront is told. */
    COMMANDS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Box> of(String code) {
        return Arrays.stream(values()).filter(box -> box.code().equals(code)).findFirst();
    }
}
