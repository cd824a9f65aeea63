/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.util.List;

/** The configuration cannot be used; the message lists every bad setting at once, without values of secrets. */
public final class InvalidConfiguration extends RuntimeException {

    private final List<String> findings;

    public InvalidConfiguration(List<String> findings) {
        super("Saphan cannot start, " + findings.size() + " setting(s) need attention:\n  - "
                + String.join("\n  - ", findings));
        this.findings = List.copyOf(findings);
    }

    public List<String> findings() {
        return findings;
    }
}
