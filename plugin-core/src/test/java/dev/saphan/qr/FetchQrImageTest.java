/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.qr;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.qr.FetchQrImage.Result;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.Objects;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Database.class)
class FetchQrImageTest {

    @Parameter
    Database database;

    @ParameterizedTest
    @ValueSource(strings = {"atome_qr", "installment_paynext_extra_qr"})
    void fetchesThePictureOnce(String method) {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by(method);
        PaymentId payment = order.pay();
        AttemptId attempt = new AttemptId(order.view(payment).attempts().get(0).id());
        FetchQrImage fetchQrImage = plugin.get(FetchQrImage.class);

        Result first = fetchQrImage.fetch(payment, attempt);
        long downloads = downloads(plugin);
        Result second = fetchQrImage.fetch(payment, attempt);

        assertThat(first).isInstanceOf(Result.Found.class);
        assertThat(((Result.Found) second).image().bytes())
                .isEqualTo(((Result.Found) first).image().bytes());
        assertThat(downloads(plugin)).isEqualTo(downloads);
    }

    @ParameterizedTest
    @ValueSource(strings = "atome_qr")
    void showsNoCodeThatCannotBePaidAnyMore(String method) {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by(method);
        PaymentId payment = order.pay();
        var attempt = order.view(payment).attempts().get(0);

        plugin.omise().approveInWallet(Objects.requireNonNull(attempt.chargeId()));

        eventually(() -> assertThat(order.view(payment).status()).isEqualTo("paid"));
        assertThat(plugin.get(FetchQrImage.class).fetch(payment, new AttemptId(attempt.id())))
                .isInstanceOf(Result.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(strings = "atome_qr")
    void showsNoCodeOfAnotherPayment(String method) {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by(method);
        AttemptId attempt =
                new AttemptId(order.view(order.pay()).attempts().get(0).id());
        PaymentId other = Order.in(plugin).by(method).pay();

        assertThat(plugin.get(FetchQrImage.class).fetch(other, attempt)).isInstanceOf(Result.Gone.class);
    }

    private static long downloads(TestPlugin plugin) {
        return plugin.omise().requests().stream()
                .filter(request -> request.path().contains("/downloads/"))
                .count();
    }
}
