/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.job.JobRunner;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.SyncPayment;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RequestRefund;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twice as many as there are connections, all at once and through every use case: nobody waits for each other for ever. */
class NarrowPoolTest {

    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = 3;

    @ParameterizedTest
    @EnumSource(Database.class)
    void servesTwiceAsManyAsThereAreConnections(Database database) throws Exception {
        TestPlugin plugin = new TestPlugin(() -> database.openWith(CONNECTIONS));
        ExecutorService people = Executors.newFixedThreadPool(2 * CONNECTIONS);
        try {
            List<Future<?>> all = IntStream.range(0, 2 * CONNECTIONS)
                    .<Future<?>>mapToObj(number -> people.submit(() -> {
                        for (int round = 0; round < ROUNDS; round++) {
                            fromStartToRefund(plugin);
                            startedAndCancelled(plugin);
                        }
                        return true;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get(90, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
            plugin.get(JobRunner.class).stop();
            plugin.omise().close();
        }
    }

    /** A webhook, the job that follows it, the message to the storefront and the return of the shopper among them. */
    private static void fromStartToRefund(TestPlugin plugin) {
        Order order = Order.in(plugin).by("alipay_cn");
        PaymentId id = order.pay();
        String charge = Objects.requireNonNull(order.view(id).attempts().get(0).chargeId());
        plugin.omise().approveInWallet(charge);
        plugin.get(SyncPayment.class).sync(id, "return", Duration.ofSeconds(5));
        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));
        String key = UUID.randomUUID().toString();
        plugin.get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        id,
                        new IdempotencyKey(plugin.store().id(), plugin.mode(), "refund " + id, key, "all"),
                        order.amount(),
                        order.amount(),
                        "The cup was broken",
                        RefundOrigin.API,
                        "storefront"));
    }

    private static void startedAndCancelled(TestPlugin plugin) {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "storefront");
        assertThat(order.view(id).status()).isEqualTo("closed");
    }
}
