/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.settings.Store;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody sends webhooks that Omise did not sign. They must not make us call Omise as often as he likes. */
@ParameterizedClass
@EnumSource(Database.class)
class UnsignedFloodTest {

    private static final int MANY = 30;

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void costsNothingWhereSignaturesAreRequired() {
        String charge = "chrg_test_" + UUID.randomUUID().toString().replace("-", "");

        flood(plugin.store(), charge, ReceiveWebhook.Receipt.FORGED);

        assertThat(arrived(plugin.store(), charge)).isEmpty();
        assertThat(reads(charge)).isZero();
    }

    @Test
    void costsNothingForAChargeThatIsNotOurs() {
        String charge = "chrg_test_" + UUID.randomUUID().toString().replace("-", "");

        flood(plugin.strictStore(), charge, ReceiveWebhook.Receipt.STORED);

        eventually(() ->
                assertThat(arrived(plugin.strictStore(), charge)).hasSize(MANY).allMatch(InboundEvent::isProcessed));
        assertThat(reads(charge)).isZero();
    }

    @Test
    void costsAFewCallsForAChargeOfOurs() {
        Order order = Order.in(plugin).at(plugin.strictStore()).by("atome_qr");
        PaymentId id = order.pay();
        String charge = Objects.requireNonNull(order.view(id).attempts().get(0).chargeId());

        long began = System.nanoTime();
        flood(plugin.strictStore(), charge, ReceiveWebhook.Receipt.STORED);

        eventually(() ->
                assertThat(arrived(plugin.strictStore(), charge)).hasSize(MANY).allMatch(InboundEvent::isProcessed));
        long periods = 1 + (System.nanoTime() - began) / ProcessEvent.SOON.toNanos();
        assertThat(arrived(plugin.strictStore(), charge).stream().filter(UnsignedFloodTest::costACall))
                .as("events that cost a call, of " + MANY + " in " + periods + " periods")
                .hasSizeLessThanOrEqualTo(Math.toIntExact(Math.min(MANY - 1, 1 + periods)));
        assertThat(reads(charge)).as("with those of the watch over the attempt").isLessThan(MANY);
    }

    private void flood(Store store, String charge, ReceiveWebhook.Receipt expected) {
        ReceiveWebhook door = plugin.get(ReceiveWebhook.class);
        IntStream.range(0, MANY).forEach(number -> {
            String body = """
                    {"object": "event", "id": "evnt_test_%s", "key": "charge.complete", "livemode": false,
                     "data": {"object": "charge", "id": "%s"}}""".formatted(UUID.randomUUID().toString().replace("-", ""), charge);
            assertThat(door.receive(store, null, null, body.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(expected);
        });
    }

    private static boolean costACall(InboundEvent event) {
        return "charge read".equals(event.result());
    }

    private long reads(String charge) {
        return plugin.omise().requests().stream()
                .filter(request -> request.path().endsWith("/charges/" + charge))
                .count();
    }

    /** Those that arrived. Omise's own of the charge may be listed beside them, whenever a store's are read. */
    private List<InboundEvent> arrived(Store store, String charge) {
        return plugin.transactions().call(() -> plugin.get(InboundEvents.class).about(store.id(), charge)).stream()
                .filter(event -> !event.isListed())
                .toList();
    }
}
