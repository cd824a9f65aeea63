/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with somebody's JSON is said in one way. */
class OutsideJsonTest {

    static Stream<String> wrong() {
        return Stream.of(
                "",
                "{",
                "null",
                "\"text\"",
                "[1]",
                "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
                "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
                "{\"a\":" + "9".repeat(20_000) + "}",
                "{\"a\":1e" + "9".repeat(30) + "}",
                "{\"a\":1e-" + "9".repeat(12) + "}",
                "{\"a\":\"\\ud8\"}",
                "\u0000");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesInOneWay(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> OutsideJson.object(text));
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> OutsideJson.wholeObject(bytes));
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> OutsideJson.strictObject(bytes));
    }

    @Test
    void refusesANameThatStandsTwiceWhereAsked() {
        String twice = "{\"a\":1,\"a\":2}";

        assertThat(OutsideJson.object(twice).getInt("a")).isEqualTo(2);
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> OutsideJson.strictObject(twice.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{\"a\":1}x", "{},", "{}]", "{}null"})
    void refusesWhatStandsBehindTheObjectWhereItMustBeAll(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(OutsideJson.object(text)).isNotNull();
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> OutsideJson.wholeObject(bytes));
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> OutsideJson.strictObject(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}\n", "\ufeff{\"a\":1}", "\t {\"a\":1} \r\n"})
    void letsWhiteSpaceAndAByteOrderMarkStandAround(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(OutsideJson.wholeObject(bytes).getInt("a")).isEqualTo(1);
        assertThat(OutsideJson.strictObject(bytes).getInt("a")).isEqualTo(1);
    }

    @Test
    void refusesOtherEncodingsWhereAsked() {
        byte[] latin = "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(OutsideJson.wholeObject(latin).getString("a")).isEqualTo("\ufffd");
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> OutsideJson.strictObject(latin));
    }
}
