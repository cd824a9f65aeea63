/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.retention;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is deleted in time, and what never is. */
@ParameterizedClass
@EnumSource(Database.class)
class PurgeTest {

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @AfterEach
    void backToToday() {
        plugin.clock().reset();
    }

    @Test
    void aKeyAnswersForThirtyDaysAndIsFreeAgainAfterThat() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId first = order.pay();
        plugin.get(CancelPayment.class).cancel(first, ClosedReason.CANCELLED, "shopper");

        purgeAfter(Duration.ofDays(29));
        assertThat(order.pay()).isEqualTo(first);
        purgeAfter(Duration.ofDays(2));

        assertThat(order.pay()).isNotEqualTo(first);
    }

    @Test
    void whoTheShopperWasIsForgottenAndTheBooksAreKept() {
        Order ended = Order.in(plugin).by("atome_qr");
        PaymentId closed = ended.pay();
        plugin.get(CancelPayment.class).cancel(closed, ClosedReason.CANCELLED, "shopper");

        assertThat(hasDetails(closed)).isTrue();

        purgeAfter(Duration.ofDays(181));

        assertThat(hasDetails(closed)).isFalse();
        assertThat(ended.view(closed).status()).isEqualTo("closed");
        assertThat(ended.story(closed)).contains("payment.closed");
    }

    @Test
    void whatAStorefrontHasNotAppliedIsKeptForAPerson() {
        Order order = Order.in(plugin).by("atome_qr");
        plugin.storefront().answerNext(order.reference(), new dev.saphan.storefront.OrderAnswer.Unusable("status 500"));
        PaymentId id = order.pay();
        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper");
        eventually(() ->
                assertThat(plugin.storefront().toldAbout(order.reference())).isNotEmpty());
        String command =
                plugin.storefront().messagesAbout(order.reference()).get(0).id();

        purgeAfter(Duration.ofDays(400));

        eventually(() -> assertThat(plugin.get(dev.saphan.storefront.RetryOrderCommand.class)
                        .retry(command))
                .isTrue());
    }

    private void purgeAfter(Duration time) {
        plugin.clock().forward(time);
        plugin.run(Purge.NAME, "all");
    }

    private boolean hasDetails(PaymentId id) {
        return plugin.transactions()
                .call(() -> !plugin.entities()
                        .createNativeQuery("select payment_id from payment_details where payment_id = ?")
                        .setParameter(1, id.value())
                        .getResultList()
                        .isEmpty());
    }
}
