/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.method.Methods;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the forms of the payment pages and the counter set off. */
@ParameterizedClass
@EnumSource(Database.class)
class ShopperActionsTest {

    @Parameter
    Database database;

    @Test
    void startsOneAttemptWhenAFormIsSentTwice() {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).withoutMethod();
        PaymentId id = order.pay();

        plugin.get(StartAttempt.class).startAfter(id, with(plugin, "atome_qr"), 0, "shopper");
        plugin.get(StartAttempt.class).startAfter(id, with(plugin, "atome_qr"), 0, "shopper");

        assertThat(order.view(id).attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.status()).isEqualTo("pending"));
    }

    @Test
    void renewsACodeForWhoeverSawTheOldOne() {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();

        plugin.get(StartAttempt.class).startAfter(id, with(plugin, "atome_qr"), 1, "shopper");

        assertThat(order.view(id).attempts())
                .extracting(PaymentView.AttemptView::status)
                .containsExactly("expired", "pending");
    }

    @Test
    void sendsTheShopperToTheWalletAndRemembersIt() {
        TestPlugin plugin = TestPlugin.on(database);
        PaymentId id = Order.in(plugin).by("alipay_cn").pay();

        assertThat(wasRedirected(plugin, id)).isFalse();
        assertThat(plugin.get(RedirectShopper.class).redirect(id))
                .hasValueSatisfying(page -> assertThat(page.toString())
                        .startsWith(plugin.omise().url().toString()));
        assertThat(wasRedirected(plugin, id)).isTrue();
    }

    @Test
    void sendsNobodyToAWalletThatHasNothingToShow() {
        TestPlugin plugin = TestPlugin.on(database);
        PaymentId id = Order.in(plugin).by("atome_qr").pay();

        assertThat(plugin.get(RedirectShopper.class).redirect(id)).isEmpty();
    }

    @Test
    void givesUpAnAttemptAndLeavesThePaymentOpen() {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();

        assertThat(plugin.get(CancelAttempt.class).cancel(id, "cashier")).isTrue();

        assertThat(order.view(id).status()).isEqualTo("open");
        assertThat(order.view(id).attempts())
                .extracting(PaymentView.AttemptView::status)
                .containsExactly("expired");
    }

    @Test
    void tellsTheVersionsOfWatchedPayments() {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin);
        PaymentId id = order.pay();

        Map<String, Long> versions = plugin.transactions()
                .call(() -> plugin.get(Payments.class).versions(Set.of(id.value(), "pay_unknown")));

        assertThat(versions)
                .containsExactly(Map.entry(id.value(), order.view(id).version()));
    }

    @Test
    void findsWaitingPaymentsByAPartOfTheOrderReference() {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by("barcode_wechat");
        PaymentId id = order.pay();

        assertThat(waiting(plugin, order.reference().substring(5, 20).toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(id);
        assertThat(waiting(plugin, "no_such%\\order")).isEmpty();
    }

    private static Set<PaymentId> waiting(TestPlugin plugin, String text) {
        return plugin.transactions()
                .call(() -> plugin.get(Payments.class).waitingAtCounter(TestPlugin.STORE, text).stream()
                        .map(Payment::id)
                        .collect(Collectors.toSet()));
    }

    private static boolean wasRedirected(TestPlugin plugin, PaymentId id) {
        return plugin.transactions()
                .call(() -> plugin.get(Payments.class)
                        .find(id)
                        .orElseThrow()
                        .liveAttempt()
                        .orElseThrow()
                        .wasRedirected());
    }

    private static AttemptRequest with(TestPlugin plugin, String method) {
        return AttemptRequest.with(plugin.get(Methods.class).get(method));
    }
}
