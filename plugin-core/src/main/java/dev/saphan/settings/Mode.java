/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Test or live. A payment keeps the mode it was started in for ever; keys, secrets and API keys belong to one. */
public enum Mode {
    TEST,
    LIVE;

    public static Mode of(boolean livemode) {
        return livemode ? LIVE : TEST;
    }

    /** Empty if it is no mode's code. */
    public static Optional<Mode> ofCode(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
