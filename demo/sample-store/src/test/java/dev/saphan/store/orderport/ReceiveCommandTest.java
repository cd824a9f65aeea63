/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.store.fake.FakePlugin.Fault;
import dev.saphan.store.fake.StoreOfTests;
import dev.saphan.store.order.CancelledBecause;
import dev.saphan.store.order.Order;
import dev.saphan.store.payment.Effect;
import dev.saphan.store.payment.Effect.Kind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiveCommandTest {

    private final StoreOfTests store = new StoreOfTests();
    private final ReceiveCommand receiveCommand = new ReceiveCommand(
            store.jdbi,
            new CommandEffects(
                    store.orders,
                    store.heard,
                    store.starts,
                    store.settleOrder,
                    new Refunds(store.clock),
                    new RegisteredOffers(store.clock)),
            store.clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPaidPaymentMakesItsOrderPaid() {
        Order order = store.begunOrder();
        assertThat(paid("c1", 1)).isEqualTo(Effect.APPLIED);
        assertThat(store.now(order).paidBy()).isEqualTo("pay_1");
    }

    @Test
    void theSameCommandCountsOnce() {
        store.begunOrder();
        paid("c1", 1);
        assertThat(paid("c1", 1)).isEqualTo(Effect.ALREADY_APPLIED);
        assertThat(paid("c2", 2)).isEqualTo(Effect.ALREADY_APPLIED);
    }

    @Test
    void theSameCommandAtTheSameTimeCountsOnce() throws Exception {
        int before = store.stock("celadon-cup");
        store.begunOrder();
        Command closed = closed("c1", 1, "expired");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Effect>> all = Collections.nCopies(16, () -> receiveCommand.receive(closed));
            int applied = 0;
            for (Future<Effect> one : threads.invokeAll(all)) {
                applied += one.get().equals(Effect.APPLIED) ? 1 : 0;
            }
            assertThat(applied).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.stock("celadon-cup")).isEqualTo(before);
    }

    @Test
    void aClosedPaymentReleasesTheStockOnce() {
        int before = store.stock("celadon-cup");
        Order order = store.begunOrder();

        assertThat(receiveCommand.receive(closed("c1", 1, "expired"))).isEqualTo(Effect.APPLIED);
        assertThat(receiveCommand.receive(closed("c2", 2, "expired"))).isEqualTo(Effect.ALREADY_APPLIED);

        assertThat(store.now(order).cancelledBecause()).isEqualTo(CancelledBecause.PAYMENT_EXPIRED);
        assertThat(store.stock("celadon-cup")).isEqualTo(before);
    }

    @Test
    void aCommandBeforeOurOwnCommitIsAskedToComeAgain() {
        Order order = store.order("celadon-cup", 1);
        store.plugin.next(Fault.LOSE_ANSWER, Fault.LOSE_ANSWER);
        store.startPayment.start(order, StoreOfTests.alipay());
        assertThatThrownBy(() -> paid("c1", 1)).isInstanceOf(RetryLaterException.class);

        store.clock.forward(Duration.ofMinutes(1));
        store.startPayment.resume(order);

        assertThat(store.now(order).paid())
                .as("the answer itself told that it is paid")
                .isTrue();
        assertThat(paid("c1", 1)).isEqualTo(Effect.ALREADY_APPLIED);
    }

    @Test
    void moneyForAnOrderGivenUpRevivesItWhileTheThingsAreThere() {
        Order order = store.begunOrder();
        int taken = store.stock("celadon-cup");
        receiveCommand.receive(closed("c1", 1, "expired"));

        assertThat(paid("c2", 2)).isEqualTo(Effect.APPLIED);
        assertThat(store.now(order).paid()).isTrue();
        assertThat(store.stock("celadon-cup")).isEqualTo(taken);
    }

    @Test
    void moneyForThingsSoldMeanwhileIsAConflictAndStaysOne() {
        Order order = store.order("aged-puer", 3);
        store.startPayment.start(order, StoreOfTests.alipay());
        receiveCommand.receive(closed("c1", 1, "expired"));
        store.order("aged-puer", 2);

        assertThat(paid("c2", 2)).isEqualTo(Effect.conflict("cancelled"));
        assertThat(paid("c2", 2)).isEqualTo(Effect.conflict("cancelled"));
        assertThat(store.now(order).cancelled()).isTrue();
        assertThat(store.stock("aged-puer")).isEqualTo(1);
    }

    @Test
    void anotherAmountNeverMakesAnOrderPaid() {
        Order order = store.begunOrder();
        JsonObject wrong = Json.createObjectBuilder(store.plugin.json("pay_1"))
                .add("status", "paid")
                .add("amount", money(44999, "THB"))
                .build();
        assertThat(receiveCommand.receive(new Command("c1", "payment.paid", 1, wrong)))
                .isEqualTo(Effect.conflict("amount_differs"));
        assertThat(store.now(order).awaitingPayment()).isTrue();
    }

    @Test
    void anotherCurrencyNeverMakesAnOrderPaid() {
        store.begunOrder();
        JsonObject wrong = Json.createObjectBuilder(store.plugin.json("pay_1"))
                .add("status", "paid")
                .add("amount", money(45000, "SGD"))
                .build();
        assertThat(receiveCommand
                        .receive(new Command("c1", "payment.paid", 1, wrong))
                        .kind())
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    void anOldFailureCannotUndoAPaidOrder() {
        Order order = store.begunOrder();
        JsonObject failed = store.plugin.json("pay_1");
        paid("c2", 2);

        assertThat(receiveCommand.receive(new Command("c1", "payment.attempt_failed", 1, failed)))
                .isEqualTo(Effect.ALREADY_APPLIED);
        assertThat(store.now(order).paid()).isTrue();
        assertThat(store.heard.current(order).orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void anOldCloseCannotUndoAPaidOrder() {
        Order order = store.begunOrder();
        paid("c2", 2);
        assertThat(receiveCommand.receive(closed("c1", 1, "expired"))).isEqualTo(Effect.conflict("paid"));
        assertThat(store.now(order).paid()).isTrue();
    }

    @Test
    void whatIsNotOursIsAConflict() {
        store.begunOrder();
        JsonObject strange = Json.createObjectBuilder(store.plugin.json("pay_1"))
                .add("id", "pay_of_somebody")
                .build();
        assertThat(receiveCommand.receive(new Command("c1", "payment.paid", 1, strange)))
                .isEqualTo(Effect.conflict("unknown_payment"));
        JsonObject unknown = Json.createObjectBuilder(strange)
                .add("orderReference", "RK-0000000")
                .build();
        assertThat(receiveCommand.receive(new Command("c2", "payment.paid", 1, unknown)))
                .isEqualTo(Effect.conflict("unknown_order"));
    }

    @Test
    void aRefundIsKeptAsItStandsLast() {
        Order order = store.begunOrder();
        paid("c1", 1);
        assertThat(receiveCommand.receive(refund("c3", 3, "succeeded"))).isEqualTo(Effect.APPLIED);
        assertThat(receiveCommand.receive(refund("c2", 2, "pending"))).isEqualTo(Effect.ALREADY_APPLIED);
        List<String> kept =
                store.jdbi.withHandle(handle -> handle.createQuery("select status from order_refund where order_id = ?")
                        .bind(0, order.id())
                        .mapTo(String.class)
                        .list());
        assertThat(kept).containsExactly("succeeded");
    }

    @Test
    void theMethodsAreKeptAsAnnouncedAndNewTypesAreNoError() {
        JsonObject offers = Json.createObjectBuilder()
                .add("methods", Json.createArrayBuilder())
                .build();
        assertThat(receiveCommand.receive(new Command("c1", "payment_methods.registered", 7, offers)))
                .isEqualTo(Effect.APPLIED);
        assertThat(receiveCommand.receive(new Command("c0", "payment_methods.registered", 6, offers)))
                .isEqualTo(Effect.ALREADY_APPLIED);
        assertThat(receiveCommand.receive(new Command("c2", "payment.of_tomorrow", 1, offers)))
                .isEqualTo(Effect.APPLIED);
    }

    private Effect paid(String id, long sequence) {
        store.plugin.becomes("pay_1", "paid", "");
        return receiveCommand.receive(new Command(id, "payment.paid", sequence, store.plugin.json("pay_1")));
    }

    private Command closed(String id, long sequence, String because) {
        store.plugin.becomes("pay_1", "closed", because);
        return new Command(id, "payment.closed", sequence, store.plugin.json("pay_1"));
    }

    private Command refund(String id, long sequence, String status) {
        return new Command(
                id,
                "refund.updated",
                sequence,
                Json.createObjectBuilder()
                        .add("id", "ref_1")
                        .add("paymentId", "pay_1")
                        .add("orderReference", store.plugin.json("pay_1").getString("orderReference"))
                        .add("amount", money(1000, "THB"))
                        .add("status", status)
                        .add("voided", false)
                        .add("origin", "admin")
                        .build());
    }

    private static JsonObject money(long amount, String currency) {
        return Json.createObjectBuilder()
                .add("amount", amount)
                .add("currency", currency)
                .build();
    }
}
