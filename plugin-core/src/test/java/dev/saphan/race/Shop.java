/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.ChargeStatus;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.method.Channel;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentDetails;
import dev.saphan.money.Money;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentOrder;
import dev.saphan.payment.StartAttempt;
import dev.saphan.payment.StartPayment;
import dev.saphan.payment.SyncPayment;
import dev.saphan.refund.ApprovalId;
import dev.saphan.refund.Asked;
import dev.saphan.refund.RefundDenied;
import dev.saphan.refund.RefundId;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RequestRefund;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Stores;
import dev.saphan.testing.Node;
import dev.saphan.webhook.ReceiveWebhook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One order: what is done about it by hand, on a node of the caller's choice, before and after a race. */
class Shop {

    static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final String ATTEMPTS = "select a.id from attempt a join payment p on p.id = a.payment_id";
    static final String REFUNDS = "select r.id from refund r join payment p on p.id = r.payment_id";
    static final Duration PATIENCE = Duration.ofSeconds(5);
    private final Arena arena;
    private final String order = "O-" + UUID.randomUUID();

    Shop(Arena arena) {
        this.arena = arena;
        arena.clock().reset();
        arena.omise().clear();
        arena.storefront().clear();
    }

    Arena arena() {
        return arena;
    }

    String order() {
        return order;
    }

    Instant now() {
        return arena.clock().instant();
    }

    Books books() {
        return new Books(arena, order);
    }

    /** A payment with a pending attempt, before the race. */
    PaymentId open() {
        return start(arena.nodes().get(0), "first");
    }

    /** A payment that Omise has the money for, and nobody here knows it. */
    PaymentId openAndPay() {
        PaymentId payment = open();
        pay(charge(0));
        return payment;
    }

    /** A payment whose only attempt was refused by the wallet. */
    PaymentId openAndFail() {
        PaymentId payment = open();
        arena.omise().books().settle(charge(0), ChargeStatus.FAILED, now());
        arena.nodes().get(0).get(SyncPayment.class).sync(payment, "test", PATIENCE);
        return payment;
    }

    void cancelNow(PaymentId payment) {
        arena.nodes().get(0).get(CancelPayment.class).cancel(payment, ClosedReason.CANCELLED, "storefront");
    }

    void refundNow(PaymentId payment) {
        refund(arena.nodes().get(0), payment, "now", PRICE, PRICE);
    }

    /** A payment that is paid, and everybody knows it. */
    PaymentId paid() {
        PaymentId payment = openAndPay();
        arena.nodes().get(0).get(SyncPayment.class).sync(payment, "test", PATIENCE);
        return payment;
    }

    /** A payment of another order that is paid. */
    PaymentId anotherPaid() {
        Node node = arena.nodes().get(0);
        PaymentId payment = start(node, "other", order + "-2");
        pay(arena.omise()
                .books()
                .charges()
                .get(arena.omise().books().charges().size() - 1)
                .id());
        node.get(SyncPayment.class).sync(payment, "test", PATIENCE);
        return payment;
    }

    PaymentId start(Node node, String key) {
        return start(node, key, order);
    }

    private PaymentId start(Node node, String key, String order) {
        return node.get(StartPayment.class)
                .start(new StartPayment.Request(
                        node.get(Stores.class).get(Arena.STORE),
                        key("POST /payments", key, order),
                        new PaymentOrder(
                                Arena.STORE,
                                Mode.TEST,
                                order,
                                PRICE,
                                Optional.of(Channel.ONLINE),
                                Optional.of(Locale.ENGLISH),
                                URI.create("https://shop.example/orders/1"),
                                Optional.empty()),
                        Optional.of(byQr(node)),
                        PaymentDetails.NONE,
                        Optional.empty()));
    }

    /** Another try, when the payment has one that cannot be paid any more or can be expired. */
    void startAgain(Node node, PaymentId payment) {
        node.get(StartAttempt.class).start(payment, byQr(node), "shopper");
    }

    RefundId refund(Node node, PaymentId payment, String key, Money amount, Money expected) {
        return node.get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        payment,
                        key("refund", key, amount.toString()),
                        amount,
                        expected,
                        "broken",
                        RefundOrigin.API,
                        "storefront"))
                .refund();
    }

    /** Below the limit. Whether it lay within the person's budget. */
    boolean isWithinBudget(Node node, PaymentId payment, Money amount, String person) {
        try {
            node.get(RequestRefund.class)
                    .request(new RequestRefund.Request(
                            payment,
                            key("refund", person + payment, amount.toString()),
                            amount,
                            PRICE,
                            "broken",
                            RefundOrigin.ADMIN,
                            person));
            return true;
        } catch (RefundDenied denied) {
            assertThat(denied.reason()).isEqualTo(RefundDenied.Reason.BUDGET);
            return false;
        }
    }

    /** Asked for by anna; above the limit, so it waits. */
    ApprovalId ask(PaymentId payment, Money amount) {
        Asked asked = arena.nodes()
                .get(0)
                .get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        payment,
                        key("refund", "asked", amount.toString()),
                        amount,
                        PRICE,
                        "broken",
                        RefundOrigin.ADMIN,
                        "anna"));
        return ((Asked.Waits) asked).approval();
    }

    /** Whether it was still to be decided. */
    static boolean isDecided(Runnable decision) {
        try {
            decision.run();
            return true;
        } catch (RefundDenied denied) {
            assertThat(denied.reason()).isEqualTo(RefundDenied.Reason.DECIDED);
            return false;
        }
    }

    /** The shopper pays in the wallet; possible even when Omise had given up on the charge. */
    void pay(String charge) {
        arena.omise().books().pay(charge, arena.clock().instant());
    }

    /** Charge of the attempt with that index, in the order in which Omise got them. */
    String charge(int index) {
        return arena.omise().books().charges().get(index).id();
    }

    AttemptId attempt(int index) {
        return new AttemptId(
                arena.omise().books().charges().get(index).attempt().orElseThrow());
    }

    void receive(Node node, String event, String charge) {
        node.get(ReceiveWebhook.class)
                .receive(node.get(Stores.class).get(Arena.STORE), null, null, PlainWebhooks.body(event, charge));
    }

    void process(Node node, String event) {
        Rows.ids(arena, "select id from inbound_event where event_id = ?", event)
                .forEach(id -> node.run("process-event", id));
    }

    void deliver(Node node, int times) {
        for (int i = 0; i < times; i++) {
            Rows.ids(
                            arena,
                            "select c.id from order_command c join payment p on p.id = c.subject_id"
                                    + " where p.order_reference = ? and c.status = 'WAITING' order by c.sequence",
                            order)
                    .forEach(id -> node.run("deliver-order-command", id));
        }
    }

    /** What the jobs of a node would do sooner or later. */
    void comeToRest() {
        Node node = arena.nodes().get(0);
        arena.clock().forward(Duration.ofMinutes(4));
        for (int i = 0; i < 2; i++) {
            run(node, "watch-attempt", ATTEMPTS);
            run(node, "watch-refund", REFUNDS);
            Rows.ids(arena, "select id from payment p where p.order_reference = ?", order)
                    .forEach(id -> node.get(SyncPayment.class).sync(new PaymentId(id), "sweep", PATIENCE));
        }
        deliver(node, 20);
    }

    void run(Node node, String job, String ids) {
        Rows.ids(arena, ids + " where p.order_reference = ?", order).forEach(id -> node.run(job, id));
    }

    private static AttemptRequest byQr(Node node) {
        return AttemptRequest.with(node.get(Methods.class).get("atome_qr"));
    }

    private IdempotencyKey key(String operation, String key, String body) {
        return new IdempotencyKey(Arena.STORE, Mode.TEST, operation, order + key, body);
    }
}
