/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.identity.Ids;
import dev.saphan.job.JobRunner;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RequestRefund;
import dev.saphan.storefront.OrderCommands;
import dev.saphan.testing.Database;
import dev.saphan.testing.DatabaseTraffic;
import dev.saphan.testing.DatabaseTraffic.Cost;
import dev.saphan.testing.TestPlugin;
import dev.saphan.webhook.InboundEvents;
import dev.saphan.webhook.ReceiveWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What each step of a payment costs of the database, exactly: statements, transactions, and how often it waits for the disk.
 * Whoever saves one lowers the figure here and in docs/performance.md; whoever needs one more says why.
 */
class BudgetTest {

    private static final DatabaseTraffic TRAFFIC = new DatabaseTraffic();

    private static TestPlugin plugin;

    @BeforeAll
    static void start() {
        plugin = new TestPlugin(() -> TRAFFIC.over(Database.POSTGRESQL.open()));
        plugin.get(JobRunner.class).stop();
        Order.in(plugin).by("atome_qr").pay(); // the first of a node learns what the account is able to
    }

    @AfterAll
    static void stop() {
        plugin.omise().close();
    }

    @Test
    void startsAPayment() {
        Order order = Order.in(plugin).by("atome_qr");

        assertCost(TRAFFIC.of(order::pay), 21, 2, 2);
    }

    @Test
    void keepsAWebhook() {
        assertCost(TRAFFIC.of(() -> receive("evnt_test_" + Ids.next("x"))), 3, 1, 1);
    }

    @Test
    void settlesByAnEvent() {
        Order order = Order.in(plugin).by("atome_qr");
        String event = paid(charge(order, order.pay()));

        assertCost(TRAFFIC.of(() -> plugin.run("process-event", event)), 15, 2, 1);
    }

    @Test
    void tellsTheStorefront() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        plugin.run("process-event", paid(charge(order, id)));
        String command = plugin.transactions()
                .call(() -> plugin.get(OrderCommands.class)
                        .about(plugin.store().id(), id.value())
                        .get(0)
                        .id());

        assertCost(TRAFFIC.of(() -> plugin.run("deliver-order-command", command)), 6, 2, 1);
    }

    @Test
    void givesBack() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        plugin.run("process-event", paid(charge(order, id)));

        assertCost(TRAFFIC.of(() -> refund(order, id)), 33, 5, 3);
    }

    private static void assertCost(Cost cost, int statements, int transactions, int syncs) {
        assertThat(cost.statements()).as(cost.toString()).hasSize(statements);
        assertThat(cost.transactions()).as(cost.toString()).isEqualTo(transactions);
        assertThat(cost.syncs()).as(cost.toString()).isEqualTo(syncs);
    }

    private static String charge(Order order, PaymentId id) {
        return Objects.requireNonNull(order.view(id).attempts().get(0).chargeId());
    }

    /** The event that tells of it, which waits to be followed. */
    private static String paid(String charge) {
        plugin.omise().approveInWallet(charge);
        plugin.omise().awaitWebhooks(Duration.ofSeconds(20));
        return plugin.transactions()
                .call(() -> plugin.get(InboundEvents.class).about(plugin.store().id(), charge).stream()
                        .filter(event -> event.eventKey().equals("charge.complete"))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    private static void receive(String event) {
        String body = """
                {"object": "event", "id": "%s", "livemode": false, "key": "charge.complete",
                 "created_at": "%s", "data": {"object": "charge", "id": "chrg_test_nobodys"}}""".formatted(event, plugin.clock().instant());
        ReceiveWebhook.Receipt receipt = plugin.get(ReceiveWebhook.class)
                .receive(plugin.strictStore(), null, null, body.getBytes(StandardCharsets.UTF_8));
        assertThat(receipt).isEqualTo(ReceiveWebhook.Receipt.STORED);
    }

    private static void refund(Order order, PaymentId id) {
        plugin.get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        id,
                        new IdempotencyKey(plugin.store().id(), plugin.mode(), "refund " + id, order.key(), "all"),
                        order.amount(),
                        order.amount(),
                        "The cup was broken",
                        RefundOrigin.API,
                        "storefront"));
    }
}
