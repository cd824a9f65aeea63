/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.simulator.charge.ChargeStatus;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From what happens to a paid charge at Omise, over its webhook, to the storefront's knowledge. */
@ParameterizedClass
@EnumSource(Database.class)
class LostMoneyJourneyTest {

    @Parameter
    Database database;

    private TestPlugin plugin;
    private Order order;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
        order = Order.in(plugin).by("atome_qr");
    }

    @ParameterizedTest
    @EnumSource(names = {"REVERSED", "FAILED"})
    void tellsTheStorefrontThatOmiseTookASuccessBack(ChargeStatus told) {
        PaymentId id = paid();

        plugin.omise().takeBack(charge(id), told);

        eventually(() -> assertThat(order.view(id).attention()).containsExactly("payment_reversed"));
        assertThat(order.view(id).status()).isEqualTo("paid");
        assertThat(order.view(id).attempts().get(0).status()).isEqualTo(told.text());
        eventually(() -> assertThat(plugin.storefront().toldAbout(order.reference()))
                .containsExactly(OrderMessage.PAID, OrderMessage.ATTENTION));
    }

    @Test
    void tellsTheStorefrontOfADisputeAndHowItEnded() {
        PaymentId id = paid();

        plugin.omise().dispute(charge(id), 50_000);
        eventually(() -> assertThat(order.view(id).attention()).containsExactly("dispute_opened"));
        plugin.omise().closeDispute(charge(id), false);

        eventually(() -> assertThat(order.view(id).attention()).containsExactly("dispute_lost"));
        assertThat(order.story(id)).contains("THB 500.00 at stake, charge " + charge(id));
    }

    private PaymentId paid() {
        PaymentId id = order.pay();
        plugin.omise().approveInWallet(charge(id));
        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));
        return id;
    }

    private String charge(PaymentId id) {
        return Objects.requireNonNull(order.view(id).attempts().get(0).chargeId());
    }
}
