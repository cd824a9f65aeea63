/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.payment.NoteVisit.Visit;
import dev.saphan.settings.Deployment;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.SomeStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the storefront, the story and nobody later hears of a payment. */
class PaymentMessagesTest {

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Checkout checkout = Checkout.of(plugin, Order.in(plugin).by("qr_wallet"));

    @Test
    void areNumberedByPayment() {
        checkout.paid();
        plugin.get(RaiseAttention.class).raise(checkout.payment(), Attention.LATE_PAYMENT, "late");

        List<OrderCommand> told = plugin.rows().all(OrderCommand.class);

        assertThat(told).extracting(OrderCommand::type).containsExactly(OrderMessage.PAID, OrderMessage.ATTENTION);
        assertThat(told).extracting(OrderCommand::sequence).containsExactly(1L, 2L);
        assertThat(told)
                .extracting(OrderCommand::subjectId)
                .containsOnly(checkout.id().value());
    }

    @Test
    void tellOfTheFirstLookAndAFewReturns() {
        long version = checkout.payment().version();
        IntStream.range(0, 12).forEach(again -> {
            plugin.get(NoteVisit.class).note(checkout.id(), Visit.OPENED);
            plugin.get(NoteVisit.class).note(checkout.id(), Visit.RETURNED);
        });

        assertThat(plugin.story().stream().filter("shopper shopper.opened"::equals))
                .hasSize(1);
        assertThat(plugin.story().stream().filter("shopper shopper.returned"::equals))
                .hasSize(10);
        assertThat(checkout.payment().version()).isEqualTo(version);
    }

    @Test
    void leaveNoPersonalDataForLongerThanIsConfigured() {
        Deployment deployment = plugin.get(Deployment.class);

        assertThat(new PersonalDataRetention().perishable(deployment)).satisfies(perishable -> {
            assertThat(perishable.entity()).isEqualTo(StoredDetails.class);
            assertThat(perishable.kept()).isEqualTo(deployment.retention().personalData());
        });
    }

    @Test
    void nameThingsByTheirIds() {
        assertThat(checkout.id()).hasToString(checkout.id().value());
        assertThat(checkout.attempt(1).id())
                .hasToString(checkout.attempt(1).id().value());
        assertThat(checkout.id().value()).startsWith("pay_");
        assertThat(checkout.attempt(1).id().value()).startsWith("att_");
    }
}
