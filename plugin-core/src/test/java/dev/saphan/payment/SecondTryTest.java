/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Gateway;
import dev.saphan.method.Methods;
import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.storefront.OrderAnswer;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.Database;
import dev.saphan.testing.Retold;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Renewed codes, other methods, changed orders, cancelled payments: never two charges that can both be paid. */
@ParameterizedClass
@EnumSource(Database.class)
class SecondTryTest {

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void expiresTheOldCodeAtOmiseBeforeANewOneIsShown() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();

        plugin.get(StartAttempt.class)
                .start(id, AttemptRequest.with(plugin.get(Methods.class).get("alipay_cn")), "shopper");

        assertThat(order.view(id).attempts())
                .extracting(PaymentView.AttemptView::status)
                .containsExactly("expired", "pending");
    }

    @Test
    void keepsTheSuccessOfAnAttemptThatWasPaidWhileItWasReplaced() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        plugin.omise()
                .faults()
                .add(Fault.onPath(FaultKind.DROP_WEBHOOK, "/charges").times(10));
        plugin.omise().approveInWallet(charge(order, id));

        assertThatThrownBy(() -> order.withNewKey().pay()).isInstanceOf(Problem.class);

        plugin.omise().faults().clear();
        assertThat(order.view(id).status()).isEqualTo("paid");
        assertThat(order.view(id).attempts()).hasSize(1);
    }

    @Test
    void refusesAnotherAmountUnlessItReplacesTheOpenPayment() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId first = order.pay();
        Order changed = order.withNewKey().over(Money.ofMinor(200_000, "THB"));

        assertThatThrownBy(changed::pay)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ORDER_AMOUNT_CHANGED));
        PaymentId second = changed.replacing(first).pay();

        assertThat(order.view(first).status()).isEqualTo("closed");
        assertThat(order.view(second).amount()).isEqualTo(Money.ofMinor(200_000, "THB"));
    }

    @Test
    void refusesToPayAPaidOrderAgain() {
        Order order = Order.in(plugin).by("alipay_cn");
        PaymentId id = order.pay();
        plugin.omise().approveInWallet(charge(order, id));
        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));

        assertThatThrownBy(() -> order.withNewKey().pay())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ORDER_ALREADY_PAID));
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        Order order = Order.in(plugin).by("alipay_cn");
        order.pay();

        assertThatThrownBy(() -> order.over(Money.ofMinor(300_000, "THB")).pay())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void cancelsAtOmiseAndTellsTheStorefrontOnce() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();

        assertThat(plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper"))
                .isTrue();
        assertThat(plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper"))
                .isTrue();

        assertThat(order.view(id).status()).isEqualTo("closed");
        assertThat(order.view(id).closedReason()).isEqualTo("cancelled");
        eventually(() ->
                assertThat(plugin.storefront().toldAbout(order.reference())).containsExactly(OrderMessage.CLOSED));
    }

    @Test
    void isPaidAndNotCancelledWhenTheShopperWasFaster() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        plugin.omise()
                .faults()
                .add(Fault.onPath(FaultKind.DROP_WEBHOOK, "/charges").times(10));
        plugin.omise().approveInWallet(charge(order, id));

        assertThat(plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper"))
                .isTrue();

        plugin.omise().faults().clear();
        assertThat(order.view(id).status()).isEqualTo("paid");
    }

    @Test
    void acceptsAndFlagsAPaymentThatComesAfterItWasClosed() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        Charge paid = paid(charge(order, id));
        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper");
        plugin.hush(plugin.store(), charge(order, id));

        recordOf(id, paid);

        assertThat(order.view(id).status()).isEqualTo("paid");
        assertThat(order.view(id).attention()).containsExactly("late_payment");
    }

    @Test
    void raisesAConflictOfTheStorefront() {
        Order order = Order.in(plugin).by("alipay_cn");
        PaymentId id = order.pay();
        plugin.storefront().answerNext(order.reference(), new OrderAnswer.Conflict("cancelled"));
        plugin.omise().approveInWallet(charge(order, id));

        eventually(() -> assertThat(order.view(id).attention()).contains("order_conflict"));
    }

    @Test
    void letsAnExpiredCodeExpireByOmisesWord() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        AttemptId attempt = new AttemptId(order.view(id).attempts().get(0).id());

        plugin.clock().forward(Duration.ofHours(13));
        plugin.run(WatchAttempt.NAME, attempt.value());
        plugin.clock().reset();

        assertThat(order.view(id).attempts()).singleElement().satisfies(found -> {
            assertThat(found.status()).isEqualTo("expired");
            assertThat(Objects.requireNonNull(found.failure()).code()).isEqualTo("expired");
        });
        assertThat(order.view(id).status()).isEqualTo("open");
    }

    @Test
    void showsASecondSuccessAsADuplicateAndLeavesTheFirst() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        Charge first = paid(charge(order, id));
        plugin.get(StartAttempt.class)
                .start(id, AttemptRequest.with(plugin.get(Methods.class).get("alipay_cn")), "shopper");
        plugin.omise()
                .approveInWallet(
                        Objects.requireNonNull(order.view(id).attempts().get(1).chargeId()));
        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));

        recordOf(id, first);

        assertThat(order.view(id).attention()).containsExactly("duplicate_payment");
        assertThat(order.view(id).method()).isEqualTo("alipay_cn");
        eventually(() ->
                assertThat(plugin.storefront().toldAbout(order.reference())).containsOnlyOnce(OrderMessage.PAID));
    }

    @Test
    void neverMarksAnOrderPaidByAChargeOfAnotherAmount() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        Charge charge = paid(charge(order, id));

        recordOf(id, Retold.of(charge).over(Money.ofMinor(100, "THB")).charge());
        recordOf(id, Retold.of(charge).over(Money.ofMinor(150_000, "SGD")).charge());

        assertThat(order.view(id).status()).isEqualTo("open");
        assertThat(order.view(id).attention()).containsExactly("amount_mismatch", "currency_mismatch");
    }

    /** Omise's word about the first attempt's charge, as it would come late. */
    private void recordOf(PaymentId id, Charge charge) {
        plugin.transactions().run(() -> {
            Payment payment = plugin.get(Payments.class).lock(id);
            plugin.get(RecordCharge.class).record(payment, payment.attempts().get(0), charge, "test");
        });
    }

    private Charge paid(String chargeId) {
        Answer<Charge> answer = plugin.get(Gateway.class).charge(plugin.store().account(plugin.mode()), chargeId);
        Charge pending = ((Answer.Ok<Charge>) answer).value();
        return Retold.of(pending).as(ChargeStatus.SUCCESSFUL).charge();
    }

    private static String charge(Order order, PaymentId id) {
        return Objects.requireNonNull(order.view(id).attempts().get(0).chargeId());
    }
}
