/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stranger wrote costs as much work as it is long, whatever it looks like. */
class RedactorWorkTest {

    private static final int LENGTH = 512 * 1024;

    /** Enough where looks are counted: who looks at all for each would look at one tens of thousands of times. */
    private static final int COUNTED = LENGTH / 8;

    /** How often one character may be looked at by one expression. */
    private static final int MOST_LOOKS = 120;

    static Stream<String> nastyTexts() {
        return Stream.of("", "x@")
                .flatMap(start -> Stream.of(
                                "a",
                                "1",
                                "0",
                                "a.",
                                "1.",
                                "a-",
                                "a@",
                                "a@b.",
                                "@",
                                ".",
                                "-",
                                "+",
                                "\"",
                                "\\",
                                "{",
                                "[",
                                "1 ",
                                "+1 (",
                                "=",
                                "/",
                                ":",
                                "f:",
                                "http://",
                                "https://a@",
                                "aaaa-",
                                "whsec_",
                                "é",
                                " ",
                                "tokn_",
                                "4242 ",
                                "(")
                        .map(piece -> start + piece.repeat(COUNTED / piece.length()) + "!"));
    }

    @Test
    void looksAtNoCharacterMoreThanSomeTimes() {
        nastyTexts()
                .forEach(text -> assertThat(Redactor.patterns()).allSatisfy(pattern -> {
                    Counted counted = new Counted(text);
                    assertThat(pattern.matcher(counted).replaceAll("")).isNotNull();
                    assertThat(counted.looks / text.length())
                            .as("looks at %s… by %s", text.substring(0, 12), pattern)
                            .isLessThan(MOST_LOOKS);
                }));
    }

    static Stream<String> nastyMessages() {
        String deep = "[".repeat(60) + "1" + ",1".repeat(LENGTH / 2) + "]".repeat(60);
        return Stream.of(
                "{\"text\":\"" + "\\\\\\\"".repeat(LENGTH / 4) + "\"}",
                "{\"text\":\"" + "[".repeat(LENGTH) + "\"}",
                "{\"text\":\"" + "{\\\"a\\\":".repeat(LENGTH / 8) + "\"}",
                "{\"text\":\"x@" + "a.".repeat(LENGTH / 2) + "\"}",
                "{\"number\":" + "9".repeat(1000) + ",\"list\":[" + "1,".repeat(LENGTH / 2) + "1]}",
                deep);
    }

    @ParameterizedTest
    @MethodSource("nastyMessages")
    void aMessageGrowsByNoMoreThanItsIndentation(String message) {
        assertThat(Redactor.redact(message).orElseThrow()).hasSizeLessThan(message.length() * 12);
    }

    @Test
    void whatLiesTooDeepIsNotShown() {
        String within = "\"skey_test_5xuy4w91xqz7d1w9u0t\"";
        for (int level = 0; level < 12; level++) {
            String nested = "[".repeat(900) + within + "]".repeat(900);
            within = "\"" + nested.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }

        assertThat(Redactor.redact("[" + within + "]").orElseThrow())
                .contains(Redactor.REMOVED)
                .doesNotContain("skey");
    }

    @Test
    void whatAParserRefusesInItsOwnWayIsNotShown() {
        List<String> refused = List.of(
                "[".repeat(5000) + "]".repeat(5000),
                "{\"a\":".repeat(5000) + "1" + "}".repeat(5000),
                "[" + "9".repeat(5000) + "]",
                "[\"" + "\\u12\"]");

        assertThat(refused).allSatisfy(text -> assertThat(Redactor.redact(text)).isEmpty());
    }

    @Test
    void findsEachOfManyMailAddressesInARow() {
        String shown = Redactor.redactText("first@shop.example.+second@shop.example,a@b@third@shop.example");

        assertThat(shown).doesNotContain("first", "second", "third");
    }

    private static final class Counted implements CharSequence {

        private final char[] text;
        private long looks;

        private Counted(String text) {
            this.text = text.toCharArray();
        }

        @Override
        public int length() {
            return text.length;
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > (long) MOST_LOOKS * text.length) {
                throw new AssertionError("Looked at more often than a linear expression would");
            }
            return text[index];
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new String(Arrays.copyOfRange(text, start, end));
        }

        @Override
        public String toString() {
            return new String(text);
        }
    }
}
