/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is one object and nothing else; its hash is that of what it says. */
class JsonBodyTest {

    static Stream<byte[]> unreadable() {
        return Stream.concat(
                Stream.of(
                                "{} {}",
                                "{}x",
                                "{\"a\":1}]",
                                "{},",
                                "{}\u0000",
                                "{\"a\":1}null",
                                "[]",
                                "",
                                "{\"a\":1,\"a\":1}",
                                "{\"a\":{\"b\":1,\"b\":2}}",
                                "{\"a\":1e9999999999}",
                                "{\"a\":" + "7".repeat(1_200) + "}",
                                "{\"a\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(
                        "{\"a\":\"\u0e01\"}".getBytes(StandardCharsets.UTF_16),
                        "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
                        new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'}));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesWhatIsNotOneObjectInUtf8(byte[] body) {
        assertThatThrownBy(() -> JsonBody.read(new ByteArrayInputStream(body)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.MALFORMED_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", " {\"a\":1}\r\n\t ", "\ufeff{\"a\":1}"})
    void readsAnObjectWithWhiteSpaceAround(String body) {
        assertThat(read(body).fields().integer("a")).contains(1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":{\"c\":[1,2],\"d\":null}} | { \"b\" : { \"d\":null, \"c\":[1 , 2]},\"a\":1 }",
                "{\"a\":1.50,\"b\":100}                   | {\"b\":1e2,\"a\":1.5}",
                "{\"a\":\"\u00e9/\"}                      | {\"\\u0061\":\"\\u00e9\\/\"}",
                "{\"a\":-0}                               | {\"a\":0.0}",
                "{\"a\":[{\"x\":true,\"y\":1E+3}]}        | {\"a\":[{\"y\":1000,\"x\":true}]}"
            })
    void hashesTheSameContentAlike(String one, String other) {
        assertThat(read(other).contentHash()).isEqualTo(read(one).contentHash());
        assertThat(read(other).bytesHash()).isNotEqualTo(read(one).bytesHash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1}            | {\"a\":2}",
                "{\"a\":1}            | {\"a\":\"1\"}",
                "{\"a\":1}            | {\"b\":1}",
                "{\"a\":[1,2]}        | {\"a\":[2,1]}",
                "{\"a\":10}           | {\"a\":1}",
                "{\"a\":{\"b\":1}}    | {\"a\":{},\"b\":1}",
                "{\"a\":\"x\"}        | {\"a\":\"x \"}",
                "{\"a\":12e1}         | {\"a\":1e21}",
                "{\"a\":\"1,b:2\"}    | {\"a\":1,\"b\":2}"
            })
    void hashesOtherContentOtherwise(String one, String other) {
        assertThat(read(other).contentHash()).isNotEqualTo(read(one).contentHash());
    }

    @Test
    void hashesANumberWithoutWritingItOut() {
        assertThat(read("{\"a\":1e999999999}").contentHash()).hasSize(64);
    }

    @Test
    void tellsTheLanguageThatWasAskedFor() {
        assertThat(read("{\"locale\":\"th_TH\"}").language()).contains(Locale.forLanguageTag("th"));
        assertThat(read("{\"locale\":\"tlh\"}").language()).isEmpty();
        assertThat(read("{\"locale\":5}").language()).isEmpty();
        assertThat(read("{}").language()).isEmpty();
    }

    private static JsonBody read(String body) {
        return JsonBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
