/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> OutsideJson.object(new ByteArrayInputStream(bytes)));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> OutsideJson.strictObject(new ByteArrayInputStream(bytes)));
    }

    @Test
    void refusesANameThatStandsTwiceWhereAsked() {
        String twice = "{\"a\":1,\"a\":2}";

        assertThat(OutsideJson.object(twice).getInt("a")).isEqualTo(2);
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() ->
                        OutsideJson.strictObject(new ByteArrayInputStream(twice.getBytes(StandardCharsets.UTF_8))));
    }
}
