/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Where the value of a setting comes from. */
@FunctionalInterface
public interface Lookup {

    /** Empty if it is not set. */
    Optional<String> value(String key);

    static Lookup in(Config config) {
        return key -> config.getOptionalValue(key, String.class);
    }
}
