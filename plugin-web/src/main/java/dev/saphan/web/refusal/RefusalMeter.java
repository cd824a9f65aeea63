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
import org.jspecify.annotations.Nullable;

/** {@code saphan_refused_requests_total}, by what was refused. */
@Wired
class RefusalMeter {

    private static final Metadata REFUSED = Metadata.builder()
            .withName("saphan_refused_requests_total")
            .withDescription(
                    "Requests that were refused: wrong keys, tokens, signatures, names and roles, too many, too slow")
            .build();

    private final @Nullable MetricRegistry registry;

    @Inject
    RefusalMeter(Instance<MetricRegistry> registry) {
        // now, since requests also end on threads that know no application
        this.registry = found(registry);
    }

    /** A server whose metrics are switched off has one that cannot be asked for. */
    private static @Nullable MetricRegistry found(Instance<MetricRegistry> registry) {
        try {
            return registry.isResolvable() ? registry.get() : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    void count(String what) {
        if (registry != null) {
            registry.counter(REFUSED, new Tag("refused", what)).inc();
        }
    }
}
