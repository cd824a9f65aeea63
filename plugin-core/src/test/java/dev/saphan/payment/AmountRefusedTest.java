/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.alert.Alert;
import dev.saphan.alert.AlertKind;
import dev.saphan.alert.Alerts;
import dev.saphan.money.Money;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Omise has other limits than the store knows. */
@ParameterizedClass
@EnumSource(Database.class)
class AmountRefusedTest {

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @ParameterizedTest
    @CsvSource({"500,MYR", "600000,MYR", "5500000,THB"})
    void isToldToTheShopper(long amount, String currency) {
        Order order = order(amount, currency);

        PaymentView payment = order.view(order.pay());

        assertThat(payment.status()).isEqualTo("open");
        assertThat(payment.nextStep().type()).isEqualTo("choose_method");
        assertThat(payment.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isEqualTo("failed");
            assertThat(attempt.failure()).isNotNull();
            assertThat(Objects.requireNonNull(attempt.failure()).code()).isEqualTo("amount_not_accepted");
        });
    }

    @Test
    void leavesTheShopperWhatWorks() {
        PaymentId id = order(5_500_000, "THB").pay();

        List<PaymentOffer> offers = plugin.transactions()
                .call(() -> plugin.get(OfferMethods.class)
                        .of(plugin.get(Payments.class).find(id).orElseThrow()));

        assertThat(offers)
                .extracting(offer -> offer.method().code() + " " + offer.isAvailable())
                .contains("alipay_cn true", "atome_qr false")
                .last()
                .isEqualTo("atome_qr false");
        assertThat(offers.get(offers.size() - 1).reason(Locale.ENGLISH))
                .contains("This method does not take this amount. Choose another one.");
    }

    @Test
    void isAnAlertThatNamesTheMethodTheAmountAndTheSetting() {
        int before = alert().map(Alert::times).orElse(0);
        order(650_000, "MYR").pay();

        assertThat(alert()).hasValueSatisfying(alert -> {
            assertThat(alert.store()).contains(plugin.strictStore().id());
            assertThat(alert.times()).isEqualTo(before + 1);
            assertThat(alert.detail())
                    .contains(
                            "MYR 6500.00 by atome_qr",
                            "saphan.store.strict.method.atome_qr.limits.MYR",
                            "amount must be less than or equal to 500000");
        });
    }

    @Test
    void isNoAlertWhereOmiseRefusesSomethingElse() {
        int before = alerts().size();
        Order.in(plugin).by("atome_qr").pay();

        assertThat(alerts()).hasSize(before);
    }

    /** Within what this store calls the limits, and not within the simulator's. */
    private Order order(long amount, String currency) {
        return Order.in(plugin).at(plugin.strictStore()).by("atome_qr").over(Money.ofMinor(amount, currency));
    }

    private Optional<Alert> alert() {
        return alerts().stream()
                .filter(alert -> alert.subject().equals("test atome_qr MYR"))
                .findFirst();
    }

    private List<Alert> alerts() {
        return plugin.transactions().call(() -> plugin.get(Alerts.class).open()).stream()
                .filter(alert -> alert.kind() == AlertKind.AMOUNT_REFUSED)
                .toList();
    }
}
