/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.refusal;

import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** {@code saphan_refused_requests_total}, by what was refused. */
@Wired
class RefusalMeter {

    private static final Metadata REFUSED = Metadata.builder()
            .withName("saphan_refused_requests_total")
            .withDescription("Requests that were refused: keys, tokens, signatures, names, roles, and for want of room")
            .build();

    private final Instance<MetricRegistry> registry;

    @Inject
    RefusalMeter(Instance<MetricRegistry> registry) {
        this.registry = registry;
    }

    void count(Refused what) {
        if (registry.isResolvable()) {
            registry.get()
                    .counter(REFUSED, new Tag("refused", what.name().toLowerCase(Locale.ROOT)))
                    .inc();
        }
    }
}
