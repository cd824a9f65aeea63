/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.call;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.EventDelivery;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayCalled.Kind;
import dev.saphan.gateway.GatewayCalled.Outcome;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.SyncPayment;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Deployment;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was asked of the gateway about a charge can be read afterwards. */
@ParameterizedClass
@EnumSource(Database.class)
class GatewayCallsTest {

    @Parameter
    Database database;

    private TestPlugin plugin;
    private Duration patience;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
        patience = plugin.get(Deployment.class)
                .readTimeout(); // as everybody's, so that readers of one charge share a read
    }

    @AfterEach
    void backToToday() {
        plugin.omise().faults().clear();
        plugin.clock().reset();
    }

    @Test
    void tellsWhatWasAskedAndWhatCameOfIt() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper");

        assertThat(calls(order, id)).first().satisfies(call -> {
            assertThat(call.kind()).isEqualTo(Kind.CREATE);
            assertThat(call.outcome()).isEqualTo(Outcome.OK);
            assertThat(call.answer()).isEqualTo("pending");
        });
        assertThat(calls(order, id))
                .filteredOn(call -> call.kind() == Kind.EXPIRE)
                .extracting(GatewayCall::answer)
                .contains("expired");
    }

    @Test
    void isOneRowForTheSameAnswerAgain() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();

        for (int i = 0; i < 3; i++) {
            plugin.get(SyncPayment.class).sync(id, "a person", patience);
        }

        assertThat(calls(order, id))
                .filteredOn(call -> call.kind() == Kind.READ)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.answer()).isEqualTo("pending");
                    assertThat(call.times()).isGreaterThanOrEqualTo(3);
                });
    }

    @Test
    void tellsOfAnAnswerThatDidNotCome() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        String charge = order.view(id).attempts().get(0).chargeId();
        plugin.omise()
                .faults()
                .add(Fault.onPath(FaultKind.HTTP_500, "/charges/" + charge).times(1000));

        eventually(() -> {
            plugin.get(SyncPayment.class).sync(id, "a person", patience);
            assertThat(calls(order, id)).anySatisfy(call -> {
                assertThat(call.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(call.answer()).contains("500");
            });
        });
    }

    @Test
    void isForgottenWithTheWebhooks() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper");
        assertThat(calls(order, id)).extracting(GatewayCall::kind).contains(Kind.CREATE);

        plugin.clock().forward(Duration.ofDays(91));
        plugin.run("purge", "all");

        assertThat(calls(order, id)).extracting(GatewayCall::kind).doesNotContain(Kind.CREATE);
    }

    @Test
    void hearsFromTheGatewayHowItBroughtItsEvents() {
        Order order = Order.in(plugin).by("alipay_cn");
        PaymentId id = order.pay();
        String charge = order.view(id).attempts().get(0).chargeId();
        plugin.omise().approveInWallet(charge);

        eventually(() -> assertThat(deliveries(charge)).anySatisfy(delivery -> {
            assertThat(delivery.key()).isEqualTo("charge.complete");
            assertThat(delivery.isAccepted()).isTrue();
            assertThat(delivery.host()).isEqualTo("127.0.0.1");
            assertThat(delivery.at())
                    .hasValueSatisfying(at ->
                            assertThat(at).isAfter(order.view(id).createdAt().minusSeconds(5)));
        }));
    }

    private List<EventDelivery> deliveries(String charge) {
        Answer<List<EventDelivery>> answer =
                plugin.get(Gateway.class).deliveries(plugin.store().account(plugin.mode()), charge);
        return answer instanceof Answer.Ok<List<EventDelivery>> ok ? ok.value() : List.of();
    }

    private List<GatewayCall> calls(Order order, PaymentId id) {
        List<String> subjects = order.view(id).attempts().stream()
                .flatMap(attempt -> Stream.of(attempt.id(), attempt.chargeId()))
                .toList();
        AccountKey account = new AccountKey(plugin.store().id(), plugin.mode());
        return plugin.transactions().call(() -> plugin.get(GatewayCalls.class).about(account, subjects));
    }
}
