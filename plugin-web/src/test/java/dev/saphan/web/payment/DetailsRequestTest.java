/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.language.Languages;
import dev.saphan.method.PaymentDetails;
import dev.saphan.method.PaymentDetails.Item;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.web.json.JsonBody;
import dev.saphan.web.json.Warnings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No detail that only decorates refuses a whole payment. */
class DetailsRequestTest {

    @Test
    void countsBlankDetailsAsAbsent() {
        JsonBody body = read("""
                {"shopper":{"name":"","email":" ","phone":"","ip":"","platform":""},
                 "billing":{"street1":"","country":" ","postalCode":""},"promotionCode":"\\t"}""");

        PaymentDetails details = DetailsRequest.read(body.fields());

        assertThat(details)
                .extracting(
                        PaymentDetails::name,
                        PaymentDetails::email,
                        PaymentDetails::phone,
                        PaymentDetails::ip,
                        PaymentDetails::platform,
                        PaymentDetails::promotionCode)
                .containsOnlyNulls();
        assertThat(details.billing()).isEqualTo(new PaymentDetails.Address(null, null, null, null, null, null));
        assertThat(warned(body)).isEmpty();
    }

    @Test
    void foldsAndCutsNamesAndAddresses() {
        JsonBody body = read("""
                {"shopper":{"name":"%s","phone":" +66 81\\t234 5678 "},
                 "shipping":{"street1":"1 Sukhumvit\\r\\nKlong Toei","city":"%s","country":"Thailand","postalCode":"%s"}}""".formatted("n".repeat(300), "c".repeat(101), "1".repeat(21)));

        PaymentDetails details = DetailsRequest.read(body.fields());

        assertThat(details.name()).isEqualTo("n".repeat(200));
        assertThat(details.phone()).isEqualTo("+66 81 234 5678");
        assertThat(details.shipping())
                .isEqualTo(new PaymentDetails.Address(
                        "1 Sukhumvit Klong Toei", null, "c".repeat(100), null, null, "1".repeat(20)));
        assertThat(warned(body))
                .containsExactly("shopper.name", "shipping.city", "shipping.country", "shipping.postalCode");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 200, 1, 100, items[0].quantity",
        "1.25, 333, 1, 416, items[0].quantity",
        "0.001, 300, 1, 0, items[0].quantity",
        "2, 200, 2, 200, ",
        "2.0, 200, 2, 200, ",
        "3e1, 5, 30, 5, ",
        "0.5, -200, 1, -100, items[0].quantity"
    })
    void takesAPartOfAPieceAsOnePieceAtThePriceOfThePart(
            String quantity, long amount, long taken, long price, String warning) {
        JsonBody body =
                read("{\"items\":[{\"name\":\"Rice\",\"quantity\":" + quantity + ",\"amount\":" + amount + "}]}");

        assertThat(DetailsRequest.read(body.fields()).items())
                .containsExactly(new Item("Rice", taken, price, null, null, null, null, null));
        assertThat(warned(body)).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void leavesOutItemsThatAreNone() {
        JsonBody body = read("""
                {"items":[{"name":" ","amount":1},{"name":"Tea","quantity":0},{"name":"Tea","quantity":-1.5},
                 {"amount":5},{"name":"Cup"}]}""");

        assertThat(DetailsRequest.read(body.fields()).items())
                .extracting(Item::name)
                .containsExactly("Cup");
        assertThat(warned(body))
                .containsExactly("items[0].name", "items[1].quantity", "items[2].quantity", "items[3].name");
    }

    @Test
    void cutsTitlesAndLeavesOutAddressesOfPagesThatAreTooLong() {
        JsonBody body = read("{\"items\":[{\"name\":\"%s\",\"sku\":\"%s\",\"itemUri\":\"https://shop.example/%s\"}]}"
                .formatted("t".repeat(256), "s".repeat(101), "u".repeat(2000)));

        Item item = Objects.requireNonNull(DetailsRequest.read(body.fields()).items())
                .get(0);

        assertThat(item.name()).hasSize(255);
        assertThat(item.sku()).hasSize(100);
        assertThat(item.itemUri()).isNull();
        assertThat(warned(body)).containsExactly("items[0].name", "items[0].sku", "items[0].itemUri");
    }

    @Test
    void takesTheFirst200Items() {
        JsonBody body = read("{\"items\":[" + "{\"name\":\"Tea\"},".repeat(200) + "{\"name\":\"Cup\"}]}");

        assertThat(DetailsRequest.read(body.fields()).items()).hasSize(200);
        assertThat(warned(body)).containsExactly("items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shopper\":{\"platform\":\"PHONE\"}}",
                "{\"shopper\":{\"name\":5}}",
                "{\"shopper\":[]}",
                "{\"shopper\":{\"email\":\"0123456789012345678901234567890123456789012345678901234567890123456789012345678901"
                        + "2345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901"
                        + "234567890123456789012345678901234567890123456789012345678901234567890123456789@example.com\"}}",
                "{\"shopper\":{\"phone\":\"+66812345678901234567890123456789\"}}",
                "{\"items\":[5]}",
                "{\"items\":[{\"name\":\"Tea\",\"quantity\":\"1\"}]}",
                "{\"items\":[{\"name\":\"Tea\",\"quantity\":1e-999999999,\"amount\":5}]}",
                "{\"items\":[{\"name\":\"Tea\",\"quantity\":99999999999999999999}]}",
                "{\"items\":[{\"name\":\"Tea\",\"quantity\":9999999999.5,\"amount\":9999999999}]}"
            })
    void refusesWhatCannotBeUnderstood(String json) {
        assertThatThrownBy(() -> DetailsRequest.read(read(json).fields()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_FIELD));
    }

    private static List<String> warned(JsonBody body) {
        return body.warnings().in(Languages.ENGLISH).stream()
                .map(Warnings.Warning::field)
                .toList();
    }

    private static JsonBody read(String body) {
        return JsonBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
