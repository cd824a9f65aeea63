/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.method.PaymentDetails;
import dev.saphan.method.PaymentDetails.Address;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has a copy of the database and not the keyset opens no page with it and learns of no shopper. */
@ParameterizedClass
@EnumSource(Database.class)
class CopyOfTheDatabaseTest {

    private static final PaymentDetails PERSON = new PaymentDetails(
            "A Person",
            "a.person@shop.example",
            "+66800000001",
            "198.51.100.57",
            "WEB",
            null,
            new Address("1 Sample Road", null, "Sampleton", null, "TH", "10000"),
            null,
            null);

    @Parameter
    Database database;

    @Test
    void tellsNothingOfAShopperAndOpensNoPage() {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        keep(plugin, id, PERSON);
        plugin.omise()
                .approveInWallet(
                        Objects.requireNonNull(order.view(id).attempts().get(0).chargeId()));
        eventually(() -> assertThat(plugin.storefront().toldAbout(order.reference()))
                .as("its webhook came, and the storefront was told")
                .isNotEmpty());

        assertThat(all(plugin))
                .as("the order can be found in the copy, so it was looked at")
                .contains(order.reference())
                .doesNotContain(
                        token(order, id), "a.person@", "A Person", "66800000001", "Sample Road", "198.51.100.57");
        assertThat(plugin.transactions().call(() -> plugin.get(Payments.class).details(id)))
                .isEqualTo(PERSON);
    }

    @Test
    void whatWasKeptBeforeItWasSealedIsStillRead() {
        TestPlugin plugin = TestPlugin.on(database);
        PaymentId id = Order.in(plugin).pay();
        keep(plugin, id, PERSON);
        plugin.transactions()
                .run(() -> plugin.entities()
                        .createNativeQuery("update payment_details set body = ? where payment_id = ?")
                        .setParameter(1, "{\"name\":\"Somebody\"}")
                        .setParameter(2, id.value())
                        .executeUpdate());

        assertThat(plugin.transactions()
                        .call(() -> plugin.get(Payments.class).details(id).name()))
                .isEqualTo("Somebody");
    }

    private static String token(Order order, PaymentId id) {
        String page = order.view(id).checkoutUrl();
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static void keep(TestPlugin plugin, PaymentId id, PaymentDetails details) {
        plugin.transactions().run(() -> plugin.get(Payments.class).keep(id, details));
    }

    private static String all(TestPlugin plugin) {
        return plugin.transactions()
                .call(() -> columnsByTable(plugin).entrySet().stream()
                        .flatMap(table -> rows(plugin, table.getKey(), table.getValue()))
                        .collect(Collectors.joining("\n")));
    }

    private static Map<String, String> columnsByTable(TestPlugin plugin) {
        List<?> columns = plugin.entities()
                .createNativeQuery("select table_name, column_name from information_schema.columns"
                        + " where lower(table_schema) = 'public'")
                .getResultList();
        return columns.stream()
                .map(Object[].class::cast)
                .collect(Collectors.groupingBy(
                        column -> String.valueOf(column[0]),
                        Collectors.mapping(
                                column -> "cast(\"" + column[1] + "\" as varchar)", Collectors.joining(", "))));
    }

    private static Stream<String> rows(TestPlugin plugin, String table, String columns) {
        List<?> rows = plugin.entities()
                .createNativeQuery("select concat_ws(' ', '" + table + "', " + columns + ") from \"" + table + "\"")
                .getResultList();
        return rows.stream().map(String::valueOf);
    }
}
