/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages and their deliveries are kept as long as the deployment says. */
class OrderCommandRetentionTest {

    private final Deployment deployment = DeploymentReader.read(new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "saphan.public-url", "https://pay.example/payments",
                            "saphan.retention.order-commands", "P31D"),
                    "test",
                    100))
            .build());

    private final OrderCommandRetention retention = new OrderCommandRetention();

    @Test
    void messagesGoOnceTheyAreAppliedAndOld() {
        Perishable messages = retention.perishable(deployment);

        assertThat(messages.entity()).isEqualTo(OrderCommand.class);
        assertThat(messages.kept()).isEqualTo(Duration.ofDays(31));
        assertThat(messages.old()).contains("answeredAt < :before", "Status.APPLIED");
    }

    @Test
    void deliveriesGoWithTheirAge() {
        Perishable deliveries = retention.deliveries(deployment);

        assertThat(deliveries.entity()).isEqualTo(OrderDelivery.class);
        assertThat(deliveries.kept()).isEqualTo(Duration.ofDays(31));
        assertThat(deliveries.old()).contains("deliveredAt < :before");
    }
}
