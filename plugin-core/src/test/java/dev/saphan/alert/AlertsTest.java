/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.payment.Attention;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.SyncPayment;
import dev.saphan.secret.Secret;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.StoreId;
import dev.saphan.storefront.OrderAnswer;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.storefront.RetryOrderCommand;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person is told of. */
@ParameterizedClass
@EnumSource(Database.class)
class AlertsTest {

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void aPaymentThatWantsAttentionIsAnAlertUntilSomebodySettlesIt() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = paidLate(order);

        Alert alert = theOnly(RaiseAlerts.subject(id, Attention.LATE_PAYMENT));
        assertThat(alert.store()).contains(plugin.store().id());
        plugin.get(SettleAlert.class).settle(alert.id(), "an admin");
        plugin.get(SettleAlert.class).settle(alert.id(), "another admin");

        assertThat(about(RaiseAlerts.subject(id, Attention.LATE_PAYMENT))).isEmpty();
        assertThat(order.view(id).attention()).isEmpty();
        assertThat(order.story(id)).containsOnlyOnce("an admin attention.settled late_payment");
    }

    @Test
    void keysThatOmiseRefusesAreAnAlertThatCounts() {
        OmiseAccount unknown = new OmiseAccount(
                new StoreId("gone" + UUID.randomUUID().toString().substring(0, 8)),
                Mode.TEST,
                new Secret("skey_test_of_nobody"),
                Optional.empty(),
                List.of());

        Answer<?> first = plugin.get(Gateway.class).charge(unknown, "chrg_test_1", Duration.ofSeconds(2));
        plugin.get(Gateway.class).charge(unknown, "chrg_test_1", Duration.ofSeconds(2));

        assertThat(first).isInstanceOf(Answer.Denied.class);
        assertThat(open().stream()
                        .filter(alert -> alert.store().equals(Optional.of(unknown.store())))
                        .toList())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.kind()).isEqualTo(AlertKind.GATEWAY_DENIED);
                    assertThat(alert.times()).isEqualTo(2);
                    assertThat(alert.detail()).doesNotContain("skey");
                });
    }

    @Test
    void aChargeThatIsNotThereSaysNothingOfTheKeys() {
        OmiseAccount known = plugin.store().account(plugin.mode());
        OmiseAccount another = new OmiseAccount(
                new StoreId("else" + UUID.randomUUID().toString().substring(0, 8)),
                Mode.TEST,
                known.secretKey(),
                Optional.empty(),
                List.of());

        assertThat(plugin.get(Gateway.class).charge(another, "chrg_test_1", Duration.ofSeconds(2)))
                .isInstanceOf(Answer.NotFound.class);
        assertThat(plugin.get(Gateway.class).expireCharge(another, "chrg_test_1"))
                .isInstanceOf(Answer.NotFound.class);

        assertThat(open()).noneMatch(alert -> alert.store().equals(Optional.of(another.store())));
    }

    @Test
    void nonsenseFromAStorefrontIsAnAlertAndDeliveredAgainWhenAPersonAsks() {
        Order order = Order.in(plugin).by("atome_qr");
        plugin.storefront().answerNext(order.reference(), new OrderAnswer.Unusable("status 500"));
        PaymentId id = order.pay();
        plugin.omise().approveInWallet(charge(order, id));
        plugin.get(SyncPayment.class).sync(id, "test", Duration.ofSeconds(2));

        eventually(() ->
                assertThat(plugin.storefront().toldAbout(order.reference())).containsExactly(OrderMessage.PAID));
        String command =
                plugin.storefront().messagesAbout(order.reference()).get(0).id();
        eventually(() -> assertThat(about(command)).hasSize(1));
        assertThat(plugin.get(RetryOrderCommand.class).retry(command)).isTrue();

        eventually(() -> assertThat(plugin.storefront().toldAbout(order.reference()))
                .containsExactly(OrderMessage.PAID, OrderMessage.PAID));
        eventually(() ->
                assertThat(plugin.get(RetryOrderCommand.class).retry(command)).isFalse());
    }

    @Test
    void aStorefrontThatRefusesOurSignatureIsAnAlertAndToldAgain() {
        Order order = Order.in(plugin).by("atome_qr");
        plugin.storefront().answerNext(order.reference(), new OrderAnswer.Refused("status 401"));
        PaymentId id = order.pay();
        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper");

        eventually(() -> assertThat(plugin.storefront().toldAbout(order.reference()))
                .containsExactly(OrderMessage.CLOSED, OrderMessage.CLOSED));
        assertThat(about("order port"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.kind()).isEqualTo(AlertKind.STOREFRONT_DENIED));
    }

    private PaymentId paidLate(Order order) {
        PaymentId id = order.pay();
        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper");
        plugin.omise().payLate(charge(order, id));
        plugin.get(SyncPayment.class).sync(id, "test", Duration.ofSeconds(2));
        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));
        return id;
    }

    private static String charge(Order order, PaymentId id) {
        return Objects.requireNonNull(order.view(id).attempts().get(0).chargeId());
    }

    private Alert theOnly(String subject) {
        return about(subject).stream().findFirst().orElseThrow();
    }

    private List<Alert> about(String subject) {
        return open().stream().filter(alert -> alert.subject().equals(subject)).toList();
    }

    private List<Alert> open() {
        return plugin.transactions().call(() -> plugin.get(Alerts.class).open());
    }
}
