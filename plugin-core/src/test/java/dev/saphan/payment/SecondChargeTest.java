/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeRequest;
import dev.saphan.gateway.Gateway;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundId;
import dev.saphan.refund.RefundStatus;
import dev.saphan.refund.Refunds;
import dev.saphan.refund.ReturnSurplus;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a second charge that names the same attempt: made twice, or copied by somebody. */
@ParameterizedClass
@EnumSource(Database.class)
class SecondChargeTest {

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
        plugin.omise().faults().clear();
    }

    @AfterEach
    void calm() {
        plugin.omise().faults().clear();
    }

    @Test
    void paysTheOrderAsAnAttemptOfItsOwnAndTheFirstIsExpired() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        String first = charge(order, id, 0);
        String second = chargeAgain(order, id, plugin.store());

        plugin.omise().approveInWallet(second);

        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));
        assertThat(paidCharge(id)).isEqualTo(second);
        assertThat(charge(order, id, 0)).isEqualTo(first);
        eventually(() -> assertThat(order.view(id).attempts().get(0).status()).isEqualTo("expired"));
        assertThat(order.view(id).attention()).isEmpty();
    }

    @Test
    void isRaisedWhenBothArePaidAndCanGoBack() {
        plugin.omise().faults().add(Fault.of(FaultKind.DROP_WEBHOOK).times(1000)); // one is heard of after the other
        Order order = Order.in(plugin).by("alipay_cn");
        PaymentId id = order.pay();
        String second = chargeAgain(order, id, plugin.store());

        plugin.omise().approveInWallet(charge(order, id, 0));
        plugin.omise().approveInWallet(second);

        sync(order, id, 0);
        adopt(plugin.store(), second);

        assertThat(order.view(id).attention()).contains("duplicate_payment");
        assertThat(order.view(id).attempts()).hasSize(2);
        int unneeded = paidCharge(id).equals(second) ? 0 : 1; // either may be heard of first
        AttemptId surplus =
                new AttemptId(order.view(id).attempts().get(unneeded).id());
        RefundId refund = plugin.get(ReturnSurplus.class)
                .request(id, surplus, "Paid twice", "an admin")
                .orElseThrow();
        eventually(() -> assertThat(refund(id, refund).status()).isEqualTo(RefundStatus.SUCCEEDED));
        assertThat(plugin.omise().books().refunds())
                .filteredOn(one -> String.valueOf(one).contains(second))
                .hasSize(1);
    }

    @Test
    void goesBackByItselfWhereTheStoreWantsIt() {
        Order order = Order.in(plugin).at(plugin.strictStore()).by("alipay_cn");
        PaymentId id = order.pay();
        String second = chargeAgain(order, id, plugin.strictStore());
        plugin.omise().approveInWallet(charge(order, id, 0));
        sync(order, id, 0);
        plugin.omise().approveInWallet(second);

        adopt(plugin.strictStore(), second);

        eventually(() -> assertThat(refunds(id)).singleElement().satisfies(refund -> {
            assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
            assertThat(refund.attempt().value())
                    .isEqualTo(order.view(id).attempts().get(1).id());
        }));
        assertThat(order.view(id).refunded().isZero()).isTrue();
    }

    @Test
    void isFoundWithTheFirstWhenTheAnswerWasLost() {
        plugin.omise().faults().add(Fault.of(FaultKind.DROP_WEBHOOK).times(1000));
        plugin.omise().faults().add(Fault.onPath(FaultKind.LOSE_ANSWER, "/charges"));
        plugin.omise()
                .faults()
                .add(Fault.onPath(FaultKind.HTTP_500, "/charges").method("GET").times(1000));
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        chargeAgain(order, id, plugin.store());
        plugin.omise().faults().clear();

        sync(order, id, 0);

        assertThat(order.view(id).attempts()).hasSize(2);
        assertThat(charge(order, id, 0)).isNotEqualTo(charge(order, id, 1));
        assertThat(plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper"))
                .isTrue();
        assertThat(order.view(id).attempts())
                .extracting(PaymentView.AttemptView::status)
                .containsOnly("expired");
    }

    @Test
    void isTakenOverOnceHoweverOftenItIsHeardOf() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        String second = chargeAgain(order, id, plugin.store());

        adopt(plugin.store(), second);
        adopt(plugin.store(), second);
        sync(order, id, 0);
        sync(order, id, 1);

        assertThat(order.view(id).attempts()).hasSize(2);
        assertThat(order.story(id)).containsOnlyOnce("attempt.doubled");
    }

    private String chargeAgain(Order order, PaymentId id, Store store) {
        OmiseAccount account = store.account(plugin.mode());
        PaymentView.AttemptView attempt = order.view(id).attempts().get(0);
        Answer<Charge> answer = plugin.get(Gateway.class)
                .createCharge(
                        account,
                        new ChargeRequest(
                                attempt.id(),
                                id.value(),
                                order.reference(),
                                order.amount(),
                                attempt.method(),
                                Map.of(),
                                Optional.empty(),
                                URI.create("https://shop.example/orders/1"),
                                Optional.empty(),
                                Optional.empty()));
        return ((Answer.Ok<Charge>) answer).value().id();
    }

    private void adopt(Store store, String charge) {
        assertThat(plugin.get(SyncAttempt.class).adopt(store.account(plugin.mode()), charge, "test"))
                .isTrue();
    }

    private void sync(Order order, PaymentId id, int number) {
        assertThat(plugin.get(SyncAttempt.class)
                        .sync(
                                new AttemptId(
                                        order.view(id).attempts().get(number).id()),
                                "test"))
                .isTrue();
    }

    private String paidCharge(PaymentId id) {
        return plugin.transactions()
                .call(() -> plugin.get(Payments.class)
                        .find(id)
                        .flatMap(Payment::paidAttempt)
                        .flatMap(Attempt::chargeId)
                        .orElseThrow());
    }

    private static String charge(Order order, PaymentId id, int number) {
        return Objects.requireNonNull(order.view(id).attempts().get(number).chargeId());
    }

    private List<Refund> refunds(PaymentId id) {
        return plugin.transactions().call(() -> plugin.get(Refunds.class).of(id));
    }

    private Refund refund(PaymentId id, RefundId refund) {
        return refunds(id).stream()
                .filter(one -> one.id().equals(refund))
                .findFirst()
                .orElseThrow();
    }
}
