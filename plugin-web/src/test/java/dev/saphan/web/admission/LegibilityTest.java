/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.problem.ErrorCode;
import dev.saphan.web.testing.SentHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is begun for a request that cannot be read, or that two servers would read in two ways. */
class LegibilityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=\"utf-8\"",
                "application/json;",
                "application/problem+json",
                "text/plain;a=\"\\\"\";b=c",
                " application/x-www-form-urlencoded "
            })
    void takesABodyWhoseTypeCanBeRead(String type) {
        assertThat(trouble(withBody("Content-Type", type))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "/",
                "a",
                "a/",
                "/b",
                "*",
                "",
                " ",
                "application/json;;;=",
                "multipart/form-data; boundary=\"",
                "application/json; charset",
                "application/json; charset=",
                "a/b c",
                "a//b",
                "application/json, text/plain",
                "text/\u0e01",
                "a/b; c=\"\u0000\""
            })
    void refusesABodyOfWhichNobodyKnowsWhatItIs(String type) {
        assertThat(trouble(withBody("Content-Type", type))).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void readsALongTypeInNoTime() {
        String type = "a/b" + ";a=\"\\\\\"".repeat(5_000) + ";=";

        assertThat(trouble(withBody("Content-Type", type))).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data; boundary=----a'b", "multipart/form-data", " Multipart/mixed; boundary=x"})
    void refusesWhatComesInPartsBodyOrNone(String type) {
        assertThat(trouble(withBody("Content-Type", type))).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(trouble(SentHeaders.of("Content-Type", type))).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(trouble(SentHeaders.of("Content-Type", type).and("Content-Length", "0")))
                .isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void refusesABodyThatIsPacked() {
        for (String coding : new String[] {"gzip", "br, gzip", "nonsense", "identity, gzip"}) {
            assertThat(trouble(withBody("Content-Encoding", coding))).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
        assertThat(trouble(withBody("Content-Encoding", "identity"))).isNull();
        assertThat(trouble(withBody("Content-Encoding", ""))).isNull();
    }

    @Test
    void mindsNothingWhereThereIsNoBody() {
        assertThat(trouble(SentHeaders.of("Content-Type", "\"").and("Content-Encoding", "gzip")))
                .isNull();
        assertThat(trouble(SentHeaders.of("Content-Type", "\"").and("Content-Length", "0")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"half", "half\"", "W/", "w/\"a\"", "\"a\" \"b\"", "\"a\",b", "", "*, \"a\"", "'a'"})
    void refusesAStateToCountOnThatCannotBeRead(String header) {
        assertThat(trouble(SentHeaders.of("If-Match", header))).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"7\"", "W/\"7\", \"8-th\"", "\"\"", ", \"7\" ,"})
    void takesAStateToCountOn(String header) {
        assertThat(trouble(SentHeaders.of("If-Match", header))).isNull();
    }

    @Test
    void refusesALengthThatIsToldTwiceAndAnAddressThatIsBroken() {
        assertThat(trouble(SentHeaders.of("Transfer-Encoding", "chunked").and("Content-Length", "5")))
                .isEqualTo(ErrorCode.AMBIGUOUS_LENGTH);
        assertThat(trouble(SentHeaders.of("Transfer-Encoding", "gzip, chunked")))
                .isEqualTo(ErrorCode.AMBIGUOUS_LENGTH);
        assertThat(Legibility.trouble(SentHeaders.none().toServlet("/payments/pay/%zz", null)))
                .contains(ErrorCode.MALFORMED_REQUEST);
        assertThat(Legibility.trouble(SentHeaders.none().toServlet("/payments/pay/a", "q=%4")))
                .contains(ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "a/b", "shop.example:80:80", "[::1", "a b", "a@b", "\u0e01", "[]", "a:x"})
    void refusesAHostThatIsNone(String host) {
        assertThat(trouble(SentHeaders.of("Host", host))).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example",
                "localhost:8080",
                "[::1]:8080",
                "10.0.0.7",
                "payments_1:80",
                "",
                "xn--42c.example."
            })
    void takesAHost(String host) {
        assertThat(trouble(SentHeaders.of("Host", host))).isNull();
    }

    private static SentHeaders withBody(String name, String value) {
        return SentHeaders.of(name, value).and("Content-Length", "5");
    }

    private static @Nullable ErrorCode trouble(SentHeaders headers) {
        return Legibility.trouble(headers.toServlet("/payments/api/v1/payments", null))
                .orElse(null);
    }
}
