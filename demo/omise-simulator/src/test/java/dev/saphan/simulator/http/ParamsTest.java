/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParamsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1&b=x%20y+z | {\"a\":\"1\",\"b\":\"x y z\"}",
                "source[type]=t&source[barcode]=12 | {\"source\":{\"type\":\"t\",\"barcode\":\"12\"}}",
                "w[]=1&w[]=2 | {\"w\":[\"1\",\"2\"]}",
                "items[0][name]=a&items[1][name]=b | {\"items\":[{\"name\":\"a\"},{\"name\":\"b\"}]}",
                "items[][name]=a&items[][sku]=s&items[][name]=b | {\"items\":[{\"name\":\"a\",\"sku\":\"s\"},{\"name\":\"b\"}]}",
                "metadata[7]=x | {\"metadata\":{\"7\":\"x\"}}",
                "source[shipping][city]=Bangkok | {\"source\":{\"shipping\":{\"city\":\"Bangkok\"}}}",
                "empty | {\"empty\":\"\"}",
            })
    void readsForms(String form, String json) {
        assertThat(form(form).values()).isEqualTo(JsonParser.parseString(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500.5", "99999999999999999999999", "abc", "1e400"})
    void amountsAreReadExactly(String amount) {
        assertThatThrownBy(() -> form("amount=" + amount).whole("amount")).isInstanceOf(ApiError.class);
        assertThatThrownBy(() -> Params.of("application/json", "{\"amount\": " + amount + "}")
                        .whole("amount"))
                .isInstanceOf(ApiError.class);
    }

    @Test
    void somethingElseThanAnObjectIsRefused() {
        assertThatThrownBy(() -> Params.of("application/json", "[1]")).isInstanceOf(ApiError.class);
        assertThatThrownBy(() -> Params.of("application/json; charset=utf-8", "{"))
                .isInstanceOf(ApiError.class);
    }

    private static Params form(String text) {
        return Params.of("application/x-www-form-urlencoded", text);
    }
}
