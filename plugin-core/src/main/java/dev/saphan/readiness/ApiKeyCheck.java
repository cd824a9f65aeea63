/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.wiring.Wired;

/** The storefront has a key to call the API with. */
@Wired
class ApiKeyCheck implements ReadinessCheck {

    @Override
    public String code() {
        return "api-key";
    }

    @Override
    public Area area() {
        return Area.STOREFRONT;
    }

    @Override
    public Finding look(Subject subject) {
        long keys = subject.store().apiKeyHashes().values().stream()
                .filter(mode -> mode == subject.mode())
                .count();
        return keys == 0 ? Finding.failed("none") : Finding.passed("some", keys);
    }
}
