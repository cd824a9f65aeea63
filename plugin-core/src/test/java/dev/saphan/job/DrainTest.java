/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Digests;
import dev.saphan.secret.Keyset;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.storefront.OrderAnswer;
import dev.saphan.storefront.Outbox;
import dev.saphan.storefront.Storefronts;
import dev.saphan.testing.Database;
import dev.saphan.testing.Node;
import dev.saphan.testing.Steps;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A node that stops finishes what it has begun. */
class DrainTest {

    private static final StoreId STORE = new StoreId("shop");

    private final Node node = new Node(
            Database.H2.open(),
            Map.of(
                    "saphan.public-url", "https://pay.example/payments",
                    "saphan.omise.url", "http://127.0.0.1:9",
                    "saphan.stores", STORE.value(),
                    "saphan.store.shop.test.secret-key", "skey_test_1",
                    "saphan.store.shop.test.api-key-sha256", Digests.sha256("key")),
            Clock.systemUTC(),
            Keyset.parse(Keyset.generate()),
            Steps.NONE,
            Map.of());

    @Test
    void finishesTheWorkUnderWayAndTakesNoMore() throws Exception {
        CountDownLatch delivering = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger answered = new AtomicInteger();
        node.get(Storefronts.class).register(STORE, message -> {
            delivering.countDown();
            await(answer);
            answered.incrementAndGet();
            return new OrderAnswer.Applied(false);
        });
        JobRunner runner = node.get(JobRunner.class);
        runner.start(Executors.defaultThreadFactory());
        enter(1);
        await(delivering);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(runner::stop);
        eventually(() -> assertThat(runner.isRunning()).isFalse());
        enter(2);
        assertThat(stopped).isNotDone();
        answer.countDown();
        stopped.get(30, TimeUnit.SECONDS);

        assertThat(answered).hasValue(1);
        assertThat(runner.isRunning()).isFalse();
    }

    private void enter(long sequence) {
        node.get(Transactions.class)
                .run(() -> node.get(Outbox.class)
                        .enter(
                                node.get(Stores.class).get(STORE),
                                Mode.TEST,
                                "methods:test",
                                sequence,
                                "payment.paid",
                                "{}"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
