/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.health;

import dev.saphan.gateway.Gateway;
import dev.saphan.persistence.TransactionPermits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetadataBuilder;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What a watcher wants to know of this node beside what the server says of itself. */
@ApplicationScoped
public class NodeMetrics {

    private static final Logger LOG = Logger.getLogger(NodeMetrics.class.getName());

    @Inject
    Gateway gateway;

    @Inject
    TransactionPermits transactions;

    @Inject
    Clock clock;

    @Inject
    Instance<MetricRegistry> registry;

    /** A server whose metrics are switched off has no registry, which it says in its own way. */
    public void register() {
        try {
            register(registry.get());
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "This server keeps no metrics");
        }
    }

    private void register(MetricRegistry kept) {
        gauge(
                kept,
                "saphan_gateway_free_writes",
                "Calls to Omise that change something: how many more could go out now",
                () -> gateway.state().freeWrites());
        gauge(
                kept,
                "saphan_gateway_free_reads",
                "Reads at Omise: how many more could go out now",
                () -> gateway.state().freeReads());
        gauge(
                kept,
                "saphan_gateway_failing_seconds",
                "For how long no call to Omise has been answered; 0 while all is well",
                () -> gateway.state()
                        .failingSince()
                        .map(since -> Duration.between(since, clock.instant()).toSeconds())
                        .orElse(0L));
        gauge(kept, "saphan_transactions_free", "How many more transactions could begin now", transactions::free);
    }

    private static void gauge(MetricRegistry kept, String name, String description, Supplier<Number> value) {
        kept.gauge(
                new MetadataBuilder()
                        .withName(name)
                        .withDescription(description)
                        .build(),
                value);
    }
}
