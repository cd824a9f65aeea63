/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.method.Channel;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentFilter.Happening;
import dev.saphan.payment.PaymentFilter.Period;
import dev.saphan.refund.RefundId;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RequestRefund;
import dev.saphan.settings.MethodSettings.AmountRange;
import dev.saphan.settings.Mode;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    void findsByTheBeginningOfAnOrderInEitherCase() {
        PaymentId id = order("_50%").pay();
        order("-500").pay();

        assertThat(found(all().with(customer.toLowerCase(Locale.ROOT) + "_50"))).containsExactly(id);
        assertThat(found(all().with(customer.toUpperCase(Locale.ROOT) + "_50%")))
                .containsExactly(id);
        assertThat(found(ours())).hasSize(2);
        assertThat(found(all().with("nothing like it"))).isEmpty();
    }

    @Test
    void findsByAnyIdAndItsBeginning() {
        Order order = order("1");
        PaymentId id = order.pay();
        var attempt = order.view(id).attempts().get(0);

        for (String key : List.of(id.value(), attempt.id(), attempt.chargeId())) {
            assertThat(found(all().with(key))).as(key).containsExactly(id);
            assertThat(found(all().with(key.substring(0, key.length() - 1))))
                    .as("beginning of " + key)
                    .containsExactly(id);
            assertThat(found(all().with(key.toUpperCase(Locale.ROOT)))).as(key).containsExactly(id);
        }
        assertThat(found(all().with(order.key()))).containsExactly(id);
    }

    @Test
    void findsByARefund() {
        Order order = order("refunded");
        PaymentId id = order.pay();
        plugin().omise().approveInWallet(order.view(id).attempts().get(0).chargeId());
        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));
        String key = UUID.randomUUID().toString();
        RefundId refund = refundAll(id, key);

        assertThat(found(all().with(refund.value()))).containsExactly(id);
        assertThat(found(all().with(key))).containsExactly(id);
        assertThat(found(ours().in(Condition.REFUNDED))).containsExactly(id);
    }

    @Test
    void showsNothingOfAnotherStoreOrMode() {
        PaymentId id = order("1").pay();

        assertThat(found(PaymentFilter.all(plugin().strictStore().id(), plugin().mode())
                        .with(id.value())))
                .isEmpty();
        assertThat(found(PaymentFilter.all(plugin().store().id(), Mode.LIVE).with(id.value())))
                .isEmpty();
    }

    @Test
    void narrowsByChannelAmountAndTime() {
        Instant before = plugin().clock().instant();
        PaymentId small = order("small").over(Money.ofMinor(20_000, "THB")).pay();
        PaymentId large = order("large").over(Money.ofMinor(90_000, "THB")).pay();
        PaymentId till = order("till").by("barcode_wechat").pay();
        Instant after = plugin().clock().instant().plusMillis(1);

        assertThat(found(ours().at(Channel.COUNTER))).containsExactly(till);
        assertThat(found(ours().over(baht(20_001, 90_000)))).containsExactly(large);
        assertThat(found(ours().over(baht(20_000, 89_999)))).containsExactly(small);
        assertThat(found(ours().during(new Period(Happening.CREATED, before, after))))
                .hasSize(3);
        assertThat(found(ours().during(new Period(Happening.CREATED, after, after.plusSeconds(60)))))
                .isEmpty();
        assertThat(found(ours().during(new Period(Happening.PAID, before, after))))
                .isEmpty();
    }

    @Test
    void staysWithTheFilterFromPageToPage() {
        for (int i = 0; i < 5; i++) {
            order("even" + i).over(Money.ofMinor(20_000, "THB")).pay();
            order("odd" + i).over(Money.ofMinor(30_000, "THB")).pay();
        }
        PaymentFilter even = ours().over(baht(20_000, 20_000));
        List<PaymentId> inOne = found(even);

        PaymentPage page = plugin().transactions().call(() -> list().newest(even, 2));
        List<PaymentId> onPages = new ArrayList<>(ids(page));
        while (page.hasOlder()) {
            PaymentId last = onPages.get(onPages.size() - 1);
            page = plugin().transactions().call(() -> list().olderThan(last, even, 2));
            onPages.addAll(ids(page));
        }

        assertThat(inOne).hasSize(5);
        assertThat(onPages).isEqualTo(inOne);
    }

    @Test
    void isInOrderOfPaymentWhereThatIsAskedFor() {
        PaymentId first = order("first").pay();
        PaymentId second = order("second").pay();
        PaymentId never = order("never").pay();
        Instant before = plugin().clock().instant();
        for (PaymentId id : List.of(second, first)) {
            plugin().transactions().run(() -> {
                Payment payment = plugin().get(Payments.class).lock(id);
                Instant now = plugin().clock().instant().plusSeconds(id.equals(first) ? 20 : 10);
                payment.paidBy(payment.newestAttempt().orElseThrow(), now, now);
            });
        }
        PaymentFilter paid = ours().during(new Period(Happening.PAID, before, before.plusSeconds(3_600)));

        assertThat(found(paid)).containsExactly(first, second);
        assertThat(ids(plugin().transactions().call(() -> list().olderThan(first, paid, 1))))
                .containsExactly(second);
        assertThat(ids(plugin().transactions().call(() -> list().newerThan(second, paid, 1))))
                .containsExactly(first);
        assertThat(ids(plugin().transactions().call(() -> list().olderThan(never, paid, 1))))
                .containsExactly(first);
    }

    @Test
    void saysWhenATextFitsMoreThanASearchLooksAt() {
        for (int i = 0; i <= PaymentSearch.MOST; i++) {
            order("many" + i).withoutMethod().pay();
        }

        assertThat(plugin().transactions().call(() -> list().newest(ours(), 5)).cutShort())
                .isTrue();
        assertThat(plugin().transactions()
                        .call(() -> list().newest(all().with(customer + "many10"), 5))
                        .cutShort())
                .isFalse();
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

    private RefundId refundAll(PaymentId id, String key) {
        Money all = Order.in(plugin()).amount();
        return plugin().get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        id,
                        new IdempotencyKey(plugin().store().id(), plugin().mode(), "refund", key, ""),
                        all,
                        all,
                        "The cup was broken",
                        RefundOrigin.API,
                        "storefront"))
                .refund();
    }

    private static AmountRange baht(long from, long to) {
        return new AmountRange(Money.ofMinor(from, "THB"), Money.ofMinor(to, "THB"));
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
