/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What Omise's own list of events is good for. */
@ParameterizedClass
@EnumSource(Database.class)
class BackfillEventsTest {

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
        plugin.omise().faults().clear();
        // others have moved the clock, and what was seen last lies where they were
        plugin.transactions().run(() -> {
            plugin.entities().createQuery("delete from EventCursor c").executeUpdate();
            plugin.get(InboundEvents.class)
                    .moveCursor("shop:test", plugin.clock().instant());
        });
    }

    @AfterEach
    void calm() {
        plugin.omise().faults().clear();
    }

    @Test
    void findsAnEventWhoseWebhookNeverCame() {
        plugin.omise().faults().add(Fault.of(FaultKind.DROP_WEBHOOK).times(100));
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        String charge = Objects.requireNonNull(order.view(id).attempts().get(0).chargeId());
        plugin.omise().approveInWallet(charge);
        assertThat(about(charge)).as("its webhook did not come").allMatch(InboundEvent::isListed);

        plugin.run(BackfillEvents.NAME, "shop:test");

        assertThat(about(charge)).extracting(InboundEvent::eventKey).contains("charge.complete");
        assertThat(about(charge)).allMatch(InboundEvent::isListed);
        eventually(() -> assertThat(about(charge)).allMatch(InboundEvent::isProcessed));
        assertThat(order.view(id).status()).isEqualTo("paid");
    }

    @Test
    void keepsAnEventOnceHoweverOftenItIsReadAndBroughtByItsWebhook() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        String charge = Objects.requireNonNull(order.view(id).attempts().get(0).chargeId());
        plugin.omise().approveInWallet(charge);
        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));

        plugin.run(BackfillEvents.NAME, "shop:test");
        plugin.run(BackfillEvents.NAME, "shop:test");

        assertThat(about(charge)).extracting(InboundEvent::eventKey).containsOnlyOnce("charge.complete");
        eventually(() -> assertThat(about(charge)).noneMatch(InboundEvent::isListed));
    }

    @Test
    void goesOnLaterWhereItWasWhenOmiseDoesNotAnswer() {
        plugin.omise().faults().add(Fault.onPath(FaultKind.HTTP_500, "/events").times(10));

        var next = plugin.run(BackfillEvents.NAME, "shop:test");

        assertThat(next).isInstanceOf(dev.saphan.job.Job.Next.Again.class);
    }

    private List<InboundEvent> about(String charge) {
        return plugin.transactions()
                .call(() -> plugin.get(InboundEvents.class).about(plugin.store().id(), charge));
    }
}
