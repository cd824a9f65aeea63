/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.RateLimit;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Permits that all nodes share. */
@ParameterizedClass
@EnumSource(Database.class)
class SharedBucketsTest {

    private static final RateLimit THREE_AN_HOUR = new RateLimit(3, Duration.ofHours(1));

    @Parameter
    Database database;

    private final Share share = Share.of("test", UUID.randomUUID().toString(), THREE_AN_HOUR);
    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void givesAsManyAsItHoldsAndOneMoreAfterAnInterval() {
        assertThat(List.of(take(share), take(share), take(share))).allMatch(Optional::isEmpty);

        assertThat(take(share))
                .get()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20)));
        plugin.clock().forward(Duration.ofMinutes(20));
        assertThat(take(share)).isEmpty();
        assertThat(take(share)).isPresent();
    }

    @Test
    void takesFromAllOrFromNone() {
        Share other = Share.of("test", UUID.randomUUID().toString(), new RateLimit(1, Duration.ofHours(1)));
        take(other);

        for (int i = 0; i < 10; i++) {
            assertThat(plugin.transactions().callAgainOnConflict(() -> buckets().take(List.of(share, other))))
                    .isPresent();
        }

        assertThat(List.of(take(share), take(share), take(share))).allMatch(Optional::isEmpty);
    }

    @Test
    void bearsAClockThatIsSetBack() {
        assertThat(List.of(take(share), take(share), take(share))).allMatch(Optional::isEmpty);
        plugin.clock().back(Duration.ofHours(5));

        assertThat(take(share)).get().satisfies(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(20)));
        plugin.clock().forward(Duration.ofMinutes(20));
        assertThat(take(share)).isEmpty();
    }

    @Test
    void forgetsThoseThatAreFullAgain() {
        take(share);
        plugin.clock().forward(Duration.ofMinutes(21));

        plugin.get(ForgetBuckets.class).now();

        assertThat(plugin.transactions()
                        .call(() -> Optional.ofNullable(plugin.entities().find(SharedBucket.class, share.bucket()))))
                .isEmpty();
    }

    private Optional<Duration> take(Share one) {
        return plugin.transactions().callAgainOnConflict(() -> buckets().take(List.of(one)));
    }

    private SharedBuckets buckets() {
        return plugin.get(SharedBuckets.class);
    }
}
