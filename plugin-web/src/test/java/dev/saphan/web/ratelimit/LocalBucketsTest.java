/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.RateLimit;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    private final AtomicLong now = new AtomicLong();
    private final LocalBuckets buckets =
            new LocalBuckets("key", new RateLimit(3, Duration.ofMinutes(1)), new StoppedTime(now));

    private record StoppedTime(AtomicLong nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void refusesWhatIsBeyondAndSaysWhenToComeAgain() {
        Permission first = buckets.take("a");
        buckets.take("a");
        buckets.take("a");
        Permission refused = buckets.take("a");

        assertThat(first.header()).isEqualTo("\"key\";r=2;t=20");
        assertThat(first.policyHeader()).isEqualTo("\"key\";q=3;w=60");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.delay()).isEqualTo(Duration.ofSeconds(20));
        assertThat(buckets.take("b").granted()).as("another key").isTrue();
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(buckets.take("a").granted()).isTrue();
    }

    @Test
    void keepsSoManyBucketsHoweverManyKeysAFloodInvents() {
        for (int i = 0; i < 5 * LocalBuckets.MOST; i++) {
            buckets.take("invented-" + i);
        }

        assertThat(buckets.size()).isLessThanOrEqualTo(LocalBuckets.MOST);
    }
}
