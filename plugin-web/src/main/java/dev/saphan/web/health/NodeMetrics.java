/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.health;

import dev.saphan.gateway.Gateway;
import dev.saphan.persistence.TransactionPermits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetadataBuilder;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What a watcher wants to know of this node beside what the server says of itself. */
@ApplicationScoped
class NodeMetrics {

    @Inject
    Gateway gateway;

    @Inject
    TransactionPermits transactions;

    @Inject
    Clock clock;

    @Inject
    MetricRegistry registry;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gauge(
                "saphan_gateway_free_writes",
                "Calls to Omise that change something: how many more could go out now",
                () -> gateway.state().freeWrites());
        gauge(
                "saphan_gateway_free_reads",
                "Reads at Omise: how many more could go out now",
                () -> gateway.state().freeReads());
        gauge(
                "saphan_gateway_failing_seconds",
                "For how long no call to Omise has been answered; 0 while all is well",
                () -> gateway.state()
                        .failingSince()
                        .map(since -> Duration.between(since, clock.instant()).toSeconds())
                        .orElse(0L));
        gauge("saphan_transactions_free", "How many more transactions could begin now", transactions::free);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        registry.gauge(
                new MetadataBuilder()
                        .withName(name)
                        .withDescription(description)
                        .build(),
                value);
    }
}
