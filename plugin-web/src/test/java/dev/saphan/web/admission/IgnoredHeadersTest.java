/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.web.testing.SentHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import java.text.ParseException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glassfish.jersey.message.internal.HttpHeaderReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HTTP lets a server ignore, and what cannot be read, is not there. */
class IgnoredHeadersTest {

    private static final List<String> PIECES = List.of(
            "text",
            "*",
            "/",
            "json",
            "application/json",
            "text/*",
            ";",
            " ; ",
            ",",
            ", ",
            "q=",
            "q=0.5",
            "Q=1.000",
            "q=1.1",
            ";q=0",
            "a=b",
            "charset=utf-8",
            "=",
            "\"",
            "\"a;,\"",
            "\"\\\"\"",
            "\\",
            " ",
            "\t",
            "0",
            "(",
            "\u00e9");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept            | /",
                "Accept            | a",
                "Accept            | application/json;q=9",
                "Accept            | application/json;q=0.5555",
                "Accept            | application/json;q=",
                "Accept            | text/html, \"",
                "Accept            | text/html;a=\"b",
                "Accept            | text/html;q=.5",
                "Accept            | text/html, ,",
                "Accept-Charset    | utf-8;",
                "Accept-Encoding   | gzip;q=x",
                "Accept-Encoding   | gzip deflate",
                "If-None-Match     | 5",
                "If-None-Match     | \"half",
                "If-None-Match     | \"7-th\" junk",
                "If-None-Match     | W/7",
                "If-Modified-Since | yesterday",
                "If-Modified-Since | 0",
                "If-Unmodified-Since | -1",
                "Content-Type      | \""
            })
    void hidesWhatCannotBeRead(String name, String value) {
        HttpServletRequest request = come(name, value);

        assertThat(request.getHeader(name)).isNull();
        assertThat(request.getHeader(name.toLowerCase(Locale.ROOT))).isNull();
        assertThat(Collections.list(request.getHeaders(name))).isEmpty();
        assertThat(Collections.list(request.getHeaderNames())).containsExactly("host");
        assertThat(request.getDateHeader(name)).isEqualTo(-1);
        assertThat(request.getHeader("Host")).isEqualTo("pay.example");
        assertThat(request.getDateHeader("Host")).isEqualTo(1);
        assertThat(request.getContentType()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept            | */*",
                "Accept            | application/json, text/*;q=0.5, */* ; q=0",
                "Accept            | text/html;level=1;q=1.000",
                "Accept            | application/problem+json;a=\"b,;\"",
                "Accept-Charset    | utf-8, *;q=0.1",
                "Accept-Encoding   | gzip;q=1.0, identity; q=0.5, *;q=0",
                "If-None-Match     | *",
                "If-None-Match     | W/\"7-th\", \"8\"",
                "If-Modified-Since | Sun, 06 Nov 1994 08:49:37 GMT",
                "If-Modified-Since | Sunday, 06-Nov-94 08:49:37 GMT",
                "If-Modified-Since | Sun Nov  6 08:49:37 1994",
                "Accept-Language   | -",
                "X-Odd             | \"",
                "Content-Type      | application/json"
            })
    void leavesEverythingElse(String name, String value) {
        HttpServletRequest request = come(name, value);

        assertThat(request.getHeader(name)).isEqualTo(value);
        assertThat(Collections.list(request.getHeaders(name))).containsExactly(value);
    }

    @Test
    void leavesTheTypeOfABodyToWhoRefusesIt() {
        HttpServletRequest request = IgnoredHeaders.hidden(
                SentHeaders.of("Content-Type", "\"").and("Content-Length", "5").toServlet("/payments/login", null));

        assertThat(request.getContentType()).isEqualTo("\"");
    }

    @Test
    void hidesAHeaderThatComesTwiceIfOneOfThemCannotBeRead() {
        HttpServletRequest request =
                IgnoredHeaders.hidden(SentHeaders.of("Accept", "text/html", "/").toServlet("/payments/login", null));

        assertThat(request.getHeader("Accept")).isNull();
    }

    @Test
    void readsALongHeaderInNoTime() {
        assertThat(come("Accept", "a/b;c=\"d\" ; ".repeat(3_000)).getHeader("Accept"))
                .isNull();
        assertThat(come("If-None-Match", "\"a\" , ".repeat(3_000) + "x").getHeader("If-None-Match"))
                .isNull();
    }

    /** Of 40,000 odd headers, none that is let through ends in an exception there. */
    @Test
    void letsNothingThroughThatThePlatformFailsAt() throws ParseException {
        SplittableRandom random = new SplittableRandom(20_261_127);
        int read = 0;
        for (int i = 0; i < 40_000; i++) {
            String header = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining());
            if (come("Accept", header).getHeader("Accept") != null) {
                HttpHeaderReader.readAcceptMediaType(header);
                read++;
            }
            if (Legibility.isMediaType(header)) {
                MediaType.valueOf(header);
                read++;
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static HttpServletRequest come(String name, String value) {
        return IgnoredHeaders.hidden(
                SentHeaders.of("Host", "pay.example").and(name, value).toServlet("/payments/login", null));
    }
}
