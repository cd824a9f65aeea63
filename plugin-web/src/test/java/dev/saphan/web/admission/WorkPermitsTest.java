/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkPermitsTest {

    private final WorkPermits permits = new WorkPermits(Map.of(Family.API, 4, Family.PAGES, 2), Duration.ofSeconds(30));

    @Test
    void letsWebhooksInWhateverElseIsAtWork() {
        List<Optional<WorkPermits.Permit>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(permits.take(Family.API));
        }

        assertThat(all).allMatch(Optional::isPresent);
        for (int i = 0; i < 1_000; i++) {
            assertThat(permits.take(Family.WEBHOOKS)).isPresent();
        }
        assertThat(permits.take(Family.PAGES))
                .as("a family does not take another's")
                .isPresent();
    }

    @Test
    void leavesHalfToThoseWhoAreNotReadByAThreadThatWaits() {
        List<WorkPermits.Permit> slow = new ArrayList<>();
        slow.add(permits.takeToRead(Family.API).orElseThrow());
        slow.add(permits.takeToRead(Family.API).orElseThrow());

        assertThat(permits.takeToRead(Family.API)).isEmpty();
        assertThat(permits.takeToRead(Family.PAGES)).isPresent();
        for (int i = 0; i < 48; i++) {
            assertThat(permits.takeToRead(Family.WEBHOOKS)).isPresent();
        }
        assertThat(permits.takeToRead(Family.WEBHOOKS)).isEmpty();
        slow.forEach(WorkPermits.Permit::close);
        assertThat(permits.takeToRead(Family.API)).isPresent();
    }

    @Test
    void refusesTenTimesWhatItHoldsAndGoesOn() throws Exception {
        ExecutorService crowd = Executors.newCachedThreadPool();
        CountDownLatch refused = new CountDownLatch(40 - 4 - 1);
        CountDownLatch open = new CountDownLatch(1);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(crowd.submit(() -> {
                Optional<WorkPermits.Permit> permit = permits.take(Family.API);
                if (permit.isEmpty()) {
                    refused.countDown();
                    return false;
                }
                try (WorkPermits.Permit held = permit.get()) {
                    open.await();
                    return true;
                }
            }));
        }
        refused.await();
        open.countDown();
        int worked = 0;
        for (Future<Boolean> one : all) {
            worked += one.get() ? 1 : 0;
        }
        crowd.shutdown();

        assertThat(worked).as("four at once and one that waited").isEqualTo(5);
        assertThat(permits.free(Family.API)).isEqualTo(4);
    }
}
