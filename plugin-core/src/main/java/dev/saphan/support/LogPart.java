/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/** The last lines of this node's log, for those who see the whole installation: lines belong to no single store. */
@Wired
class LogPart implements BundlePart {

    private final RecentLog log;

    @Inject
    LogPart(RecentLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "6-log.txt";
    }

    @Override
    public String text(BundleRequest request) {
        return request.installation()
                ? String.join("\n", log.lines()) + "\n"
                : "Left out: the log belongs to the installation, and an admin of single stores asked.\n";
    }
}
