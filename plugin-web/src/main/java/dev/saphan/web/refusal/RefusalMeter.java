/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.refusal;

import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** {@code saphan_refused_requests_total}, by what was refused. */
@Wired
class RefusalMeter {

    private static final Metadata REFUSED = Metadata.builder()
            .withName("saphan_refused_requests_total")
            .withDescription(
                    "Requests that were refused: wrong keys, tokens, signatures, names and roles, too many, too slow")
            .build();

    private final Instance<MetricRegistry> registry;

    @Inject
    RefusalMeter(Instance<MetricRegistry> registry) {
        this.registry = registry;
    }

    void count(String what) {
        if (registry.isResolvable()) {
            registry.get().counter(REFUSED, new Tag("refused", what)).inc();
        }
    }
}
