/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.money.Money;
import dev.saphan.payment.ChargeRecorded;
import dev.saphan.payment.Order;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SyncPayment;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.Database;
import dev.saphan.testing.Retold;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Money goes back once, and never more than came. */
@ParameterizedClass
@EnumSource(Database.class)
class RefundTest {

    private static final Money ALL = Money.ofMinor(150_000, "THB");
    private static final Money HALF = Money.ofMinor(75_000, "THB");

    @Parameter
    Database database;

    private TestPlugin plugin;
    private Order order;
    private PaymentId id;

    @BeforeEach
    void payAnOrder() {
        plugin = TestPlugin.on(database);
        plugin.omise().faults().clear();
        order = Order.in(plugin).by("alipay_cn");
        id = order.pay();
        plugin.omise().approveInWallet(charge());
        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));
    }

    @Test
    void givesBackHalfAndThenTheRest() {
        request(HALF, ALL, key());
        request(HALF, HALF, key());

        assertThat(order.view(id).refunded()).isEqualTo(ALL);
        assertThat(refunds()).extracting(Refund::status).containsOnly(RefundStatus.SUCCEEDED);
        assertThat(plugin.omise().books().refunds().stream()
                        .filter(refund -> String.valueOf(refund).contains(charge())))
                .hasSize(2);
        eventually(() -> assertThat(plugin.storefront().toldAbout(order.reference()))
                .containsExactly(OrderMessage.PAID, OrderMessage.REFUND_UPDATED, OrderMessage.REFUND_UPDATED));
    }

    @Test
    void makesOneRefundForOneKey() {
        String key = key();

        RefundId first = request(HALF, ALL, key);
        RefundId second = request(HALF, ALL, key);

        assertThat(second).isEqualTo(first);
        assertThat(refunds()).hasSize(1);
    }

    @Test
    void tellsWhoSawAnOldRemainderWhatIsLeft() {
        request(HALF, ALL, key());

        assertThatThrownBy(() -> request(HALF, ALL, key())).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.REMAINING_CHANGED);
            assertThat(problem.members()).containsEntry("remaining", HALF);
        });
    }

    @Test
    void refusesMoreThanIsLeft() {
        assertThatThrownBy(() -> request(Money.ofMinor(150_001, "THB"), ALL, key()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.AMOUNT_EXCEEDS_REMAINING));
    }

    @Test
    void findsARefundWhoseAnswerWasLostAndDoesNotSendItAgain() {
        plugin.omise().faults().add(Fault.onPath(FaultKind.LOSE_ANSWER, "/charges/*/refunds"));

        RefundId refund = request(HALF, ALL, key());
        plugin.get(SyncPayment.class).sync(id, "test", Duration.ofSeconds(5));

        assertThat(refunds()).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(refund);
            assertThat(found.status()).isEqualTo(RefundStatus.SUCCEEDED);
        });
        assertThat(order.view(id).refunded()).isEqualTo(HALF);
    }

    @Test
    void entersARefundThatWasMadeInOmisesDashboardOnce() {
        plugin.omise().refund(charge(), 50_000);

        eventually(() -> assertThat(order.view(id).refunded()).isEqualTo(Money.ofMinor(50_000, "THB")));
        plugin.get(SyncPayment.class).sync(id, "test", Duration.ofSeconds(5));
        assertThat(refunds())
                .singleElement()
                .satisfies(found -> assertThat(found.origin()).isEqualTo(RefundOrigin.GATEWAY));
    }

    @Test
    void raisesARefundThatOmiseNoLongerHas() {
        request(HALF, ALL, key());
        String gatewayId = refunds().get(0).gatewayRefundId().orElseThrow();
        plugin.hush(plugin.store(), charge());

        plugin.omise().dropRefund(charge(), gatewayId);
        plugin.get(SyncPayment.class).sync(id, "test", Duration.ofSeconds(5));

        assertThat(refunds())
                .singleElement()
                .satisfies(found -> assertThat(found.status()).isEqualTo(RefundStatus.FAILED));
        assertThat(order.view(id).refunded().isZero()).isTrue();
        assertThat(order.view(id).attention()).containsExactly("refund_failed");
    }

    @Test
    void undoesAndRaisesARefundOfWhichOmiseSaysSomethingUnknown() {
        request(HALF, ALL, key());
        assertThat(order.view(id).refunded()).isEqualTo(HALF);
        Charge charge = withUnknownRefund();
        plugin.hush(plugin.store(), charge());

        record(charge);

        assertThat(order.view(id).refunded().isZero()).isTrue();
        assertThat(order.view(id).attention()).containsExactly("refund_failed");
    }

    @Test
    void looksUpARefundWhoseAnswerNobodyUnderstands() {
        Money part = Money.ofMinor(10_000, "THB");
        Money left = ALL;
        for (String odd : List.of(
                "{}",
                "[]",
                "null",
                "{\"message\":\"down\"}",
                "{\"object\":\"refund\",\"id\":\"rfnd_test_1\",\"status\":\"closed\"}")) {
            plugin.omise()
                    .faults()
                    .add(Fault.onPath(FaultKind.ODD_ANSWER, "/refunds")
                            .method("POST")
                            .body(odd));

            RefundId refund = request(part, left, key());

            left = left.minus(part);
            assertThat(plugin.omise().faults().waiting()).as(odd).isEmpty();
            eventually(() -> assertThat(refunds())
                    .filteredOn(one -> one.id().equals(refund))
                    .singleElement()
                    .satisfies(one -> assertThat(one.status()).as(odd).isEqualTo(RefundStatus.SUCCEEDED)));
        }
        assertThat(plugin.omise().books().refunds().stream()
                        .filter(refund -> String.valueOf(refund).contains(charge())))
                .hasSize(5);
    }

    @Test
    void takesNoRefundForGoneThatCannotBeRead() {
        request(HALF, ALL, key());
        Answer<Charge> answer = plugin.get(Gateway.class).charge(plugin.store().account(plugin.mode()), charge());
        Charge charge = ((Answer.Ok<Charge>) answer).value();
        plugin.hush(plugin.store(), charge());

        record(Retold.of(charge).withSome(List.of()).charge());
        assertThat(order.view(id).refunded()).isEqualTo(HALF);
        assertThat(order.view(id).attention()).isEmpty();

        record(Retold.of(charge).with(List.of()).charge());
        assertThat(order.view(id).refunded().isZero()).isTrue();
    }

    private void record(Charge charge) {
        plugin.transactions().run(() -> {
            Payment payment = plugin.get(Payments.class).lock(id);
            plugin.get(SyncRefunds.class)
                    .sync(new ChargeRecorded(payment, payment.attempts().get(0), charge, true, true));
        });
    }

    private Charge withUnknownRefund() {
        Answer<Charge> answer = plugin.get(Gateway.class).charge(plugin.store().account(plugin.mode()), charge());
        Charge charge = ((Answer.Ok<Charge>) answer).value();
        GatewayRefund known = charge.refunds().get(0);
        return Retold.of(charge)
                .with(List.of(new GatewayRefund(
                        known.id(),
                        known.amount(),
                        GatewayRefund.Status.UNRECOGNISED,
                        known.voided(),
                        known.refund(),
                        known.createdAt())))
                .charge();
    }

    private RefundId request(Money amount, Money expected, String key) {
        return plugin.get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        id,
                        new IdempotencyKey(
                                plugin.store().id(), plugin.mode(), "refund " + id, key, amount + " of " + expected),
                        amount,
                        expected,
                        "The cup was broken",
                        RefundOrigin.API,
                        "storefront"))
                .refund();
    }

    private List<Refund> refunds() {
        return plugin.transactions().call(() -> plugin.get(Refunds.class).of(id));
    }

    private String charge() {
        return plugin.transactions()
                .call(() -> Objects.requireNonNull(plugin.get(Payments.class)
                        .find(id)
                        .orElseThrow()
                        .attempts()
                        .get(0)
                        .chargeId()
                        .orElse(null)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
