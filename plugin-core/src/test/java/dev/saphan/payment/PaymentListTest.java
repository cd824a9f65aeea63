/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Finding a payment among others. */
@ParameterizedClass
@EnumSource(Database.class)
class PaymentListTest {

    @Parameter
    Database database;

    private final String customer = "C" + UUID.randomUUID();

    @Test
    void goesFromPageToPageAndBack() {
        List<PaymentId> newestFirst = List.of(order("5"), order("4"), order("3"), order("2"), order("1")).stream()
                .map(Order::pay)
                .sorted((a, b) -> b.value().compareTo(a.value()))
                .toList();

        PaymentPage first = plugin().transactions().call(() -> list().newest(ours(), 2));
        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 2));
        assertThat(first.hasNewer()).isFalse();
        assertThat(first.hasOlder()).isTrue();

        PaymentPage second = plugin().transactions().call(() -> list().olderThan(newestFirst.get(1), ours(), 2));
        assertThat(ids(second)).isEqualTo(newestFirst.subList(2, 4));
        assertThat(second.hasOlder()).isTrue();

        PaymentPage last = plugin().transactions().call(() -> list().olderThan(newestFirst.get(3), ours(), 2));
        assertThat(ids(last)).isEqualTo(newestFirst.subList(4, 5));
        assertThat(last.hasOlder()).isFalse();
        assertThat(last.hasNewer()).isTrue();

        PaymentPage back = plugin().transactions().call(() -> list().newerThan(newestFirst.get(4), ours(), 2));
        assertThat(ids(back)).isEqualTo(newestFirst.subList(2, 4));
        assertThat(back.hasNewer()).isTrue();

        PaymentPage home = plugin().transactions().call(() -> list().newerThan(newestFirst.get(1), ours(), 2));
        assertThat(ids(home)).isEqualTo(newestFirst.subList(0, 2));
    }

    @Test
    void findsByPartOfTheOrderByPaymentAndByCharge() {
        Order order = order("_50%");
        PaymentId id = order.pay();
        order("-500").pay();
        String charge = order.view(id).attempts().get(0).chargeId();

        assertThat(found(all().with(customer.toLowerCase(java.util.Locale.ROOT) + "_50%")))
                .containsExactly(id);
        assertThat(found(all().with(id.value()))).containsExactly(id);
        assertThat(found(all().with(charge))).containsExactly(id);
        assertThat(found(all().with("nothing like it"))).isEmpty();
    }

    @Test
    void narrowsByConditionAndMethod() {
        Order paid = order("paid").by("atome_qr");
        PaymentId id = paid.pay();
        PaymentId open = order("open").pay();
        plugin().omise().approveInWallet(paid.view(id).attempts().get(0).chargeId());
        eventually(() -> assertThat(paid.view(id).status()).isEqualTo("paid"));

        assertThat(found(ours().in(Condition.PAID))).containsExactly(id);
        assertThat(found(ours().in(Condition.OPEN))).containsExactly(open);
        assertThat(found(ours().in(Condition.REFUNDED))).isEmpty();
        assertThat(found(ours().in(Condition.ATTENTION))).isEmpty();
        assertThat(found(ours().by("atome_qr"))).containsExactly(id);
    }

    @Test
    void showsWhatNeedsAPerson() {
        PaymentId id = order("odd").pay();
        plugin().transactions().run(() -> {
            Payment payment = plugin().get(Payments.class).lock(id);
            payment.raise(Attention.LATE_PAYMENT, plugin().clock().instant());
            payment.raise(Attention.REFUND_FAILED, plugin().clock().instant());
        });

        PaymentPage page = plugin().transactions().call(() -> list().newest(ours().in(Condition.ATTENTION), 10));

        assertThat(page.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.id()).isEqualTo(id);
            assertThat(payment.attention()).containsExactlyInAnyOrder(Attention.LATE_PAYMENT, Attention.REFUND_FAILED);
        });
    }

    private List<PaymentId> found(PaymentFilter filter) {
        return ids(plugin().transactions().call(() -> list().newest(filter, 10)));
    }

    private static List<PaymentId> ids(PaymentPage page) {
        return page.payments().stream().map(PaymentSummary::id).toList();
    }

    private PaymentFilter all() {
        return PaymentFilter.all(plugin().store().id(), plugin().mode());
    }

    private PaymentFilter ours() {
        return all().with(customer);
    }

    private Order order(String suffix) {
        return Order.in(plugin()).called(customer + suffix);
    }

    private PaymentList list() {
        return plugin().get(PaymentList.class);
    }

    private TestPlugin plugin() {
        return TestPlugin.on(database);
    }
}
