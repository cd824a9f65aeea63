/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.language.Languages;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What matters is refused where it cannot be used; what decorates is made to fit, and said so. */
class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":\"\"}", "{\"a\":\" \\t\\n \"}", "{\"a\":\"\\u3000\"}"})
    void countsWhatIsBlankAsAbsent(String json) {
        JsonBody body = read(json);

        assertThat(body.fields().text("a", 5)).isEmpty();
        assertThat(body.fields().line("a", 5)).isEmpty();
        assertThat(body.fields().decoration("a", 5)).isEmpty();
        assertThat(body.fields().wholeDecoration("a", 5)).isEmpty();
        assertThat(body.fields().parsed("a", 5, Integer::parseInt)).isEmpty();
        assertThat(body.fields().instant("a")).isEmpty();
        assertThat(body.warnings().in(Languages.ENGLISH)).isEmpty();
        refuses(() -> body.fields().requiredText("a", 5), ErrorCode.MISSING_FIELD, "a");
    }

    @ParameterizedTest
    @CsvSource({
        "'1 Sukhumvit\\r\\nBangkok', 1 Sukhumvit Bangkok",
        "'\\t7\\tRoad ', 7 Road",
        "'a\\u0000b\\u0085c\\u2028d', a b c d",
        "'a\\u3000 \\u00a0b', a b"
    })
    void foldsWhiteSpaceOfOneLine(String written, String read) {
        Fields fields = read("{\"a\":\"" + written + "\"}").fields();

        assertThat(fields.decoration("a", 50)).contains(read);
        assertThat(fields.wholeDecoration("a", 50)).contains(read);
        assertThat(fields.line("a", 50)).contains(read);
    }

    @Test
    void cutsWhatDecoratesAndSaysSo() {
        JsonBody body = read("{\"shopper\":{\"name\":\"abcdefg\"}}");

        assertThat(body.fields().object("shopper").orElseThrow().decoration("name", 5))
                .contains("abcde");
        assertThat(body.warnings().in(Languages.ENGLISH))
                .containsExactly(new Warnings.Warning("shopper.name", "shopper.name was too long and was shortened."));
    }

    @Test
    void cutsNoCharacterInHalfAndLeavesNoSpaceAtTheEnd() {
        assertThat(read("{\"a\":\"ab\\ud83d\\ude00\"}").fields().decoration("a", 3))
                .contains("ab");
        assertThat(read("{\"a\":\"ab\\ud83d\\ude00c\"}").fields().decoration("a", 4))
                .contains("ab\ud83d\ude00");
        assertThat(read("{\"a\":\"ab cd\"}").fields().decoration("a", 3)).contains("ab");
    }

    @Test
    void leavesOutWhatMeansNothingWhenItIsCut() {
        JsonBody body = read("{\"country\":\"Thailand\"}");

        assertThat(body.fields().wholeDecoration("country", 2)).isEmpty();
        assertThat(body.warnings().in(Languages.ENGLISH))
                .extracting(Warnings.Warning::message)
                .containsExactly("country could not be used and was left out.");
    }

    @Test
    void refusesWhatMattersAndIsTooLongOrHasControls() {
        refuses(() -> read("{\"a\":\"abcdef\"}").fields().text("a", 5), ErrorCode.INVALID_FIELD, "a");
        refuses(() -> read("{\"a\":\"abcdef\"}").fields().line("a", 5), ErrorCode.INVALID_FIELD, "a");
        refuses(() -> read("{\"a\":\"a\\tb\"}").fields().text("a", 5), ErrorCode.INVALID_FIELD, "a");
        assertThat(read("{\"a\":\"abcde\"}").fields().text("a", 5)).contains("abcde");
        assertThat(read("{\"a\":\"abcde\"}").fields().line("a", 5)).contains("abcde");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[]", "{}"})
    void refusesWhatIsNoText(String value) {
        Fields fields = read("{\"a\":" + value + "}").fields();

        refuses(() -> fields.text("a", 5), ErrorCode.INVALID_FIELD, "a");
        refuses(() -> fields.line("a", 5), ErrorCode.INVALID_FIELD, "a");
        refuses(() -> fields.decoration("a", 5), ErrorCode.INVALID_FIELD, "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"500.5", "\"500\"", "5.0", "1e400", "9223372036854775808", "1e999999999", "true"})
    void readsAmountsExactly(String value) {
        refuses(
                () -> read("{\"amount\":" + value + "}").fields().integer("amount"),
                ErrorCode.INVALID_AMOUNT,
                "amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void takesNoMoneyThatIsNone(String value) {
        Fields money = read("{\"amount\":" + value + ",\"currency\":\"THB\"}").fields();

        refuses(money::asMoney, ErrorCode.INVALID_AMOUNT, "amount");
    }

    @Test
    void readsNumbersExactlyButNoneThatIsFarOut() {
        assertThat(read("{\"a\":0.5}").fields().number("a")).contains(new BigDecimal("0.5"));
        refuses(() -> read("{\"a\":1e-999999999}").fields().number("a"), ErrorCode.INVALID_FIELD, "a");
        refuses(() -> read("{\"a\":1e31}").fields().number("a"), ErrorCode.INVALID_FIELD, "a");
        refuses(() -> read("{\"a\":\"0.5\"}").fields().number("a"), ErrorCode.INVALID_FIELD, "a");
    }

    @Test
    void takesTheBeginningOfALongListAndSaysSo() {
        JsonBody body = read("{\"items\":[{},{},{}]}");

        assertThat(body.fields().objects("items", 2).orElseThrow()).hasSize(2);
        assertThat(body.warnings().in(Locale.forLanguageTag("th")))
                .extracting(Warnings.Warning::field)
                .containsExactly("items");
        refuses(() -> read("{\"items\":[1]}").fields().objects("items", 2), ErrorCode.INVALID_FIELD, "items[0]");
    }

    @Test
    void saysWhatItDidInEveryLanguage() {
        JsonBody body = read("{\"a\":\"abc\"}");
        for (Warnings.Kind kind : Warnings.Kind.values()) {
            body.fields().warn("a", kind);
        }

        assertThat(Languages.ALL)
                .allSatisfy(language -> assertThat(body.warnings().in(language))
                        .hasSize(Warnings.Kind.values().length)
                        .allSatisfy(warning ->
                                assertThat(warning.message()).contains("a").doesNotContain("{0}")));
        assertThat(Languages.ALL.stream().map(body.warnings()::in).distinct()).hasSameSizeAs(Languages.ALL);
    }

    private static void refuses(ThrowingCallable read, ErrorCode code, String field) {
        assertThatThrownBy(read).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).contains(field);
        });
    }

    private static JsonBody read(String body) {
        return JsonBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
