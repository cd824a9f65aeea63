/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Headers that parsers fail at, each in its own grammar. */
final class OddHeaders {

    static final List<String> NAMES = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Language",
            "Content-Type",
            "Cookie",
            "Date",
            "Expect",
            "Forwarded",
            "Host",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Max-Forwards",
            "Omise-Signature",
            "Omise-Signature-Timestamp",
            "Origin",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "Sec-WebSocket-Key",
            "TE",
            "Traceparent",
            "User-Agent",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-HTTP-Method-Override",
            "X-Odd");

    private static final List<String> TYPES =
            List.of("/", "a", "text/html;q=9", "text/html;q=", "*/json", ";", ",", "\"");
    private static final List<String> TAGS =
            List.of("5", "\"half", "half\"", "W/", "w/\"a\"", "\"a\" b", "\"a\",b", "*,*", ",");
    private static final List<String> DATES =
            List.of("yesterday", "0", "-1", "Sun, 06 Nov", "Sun, 99 Nov 9999 99:99:99 GMT");
    private static final List<String> LANGUAGES = List.of(
            "-", "--", "th-", "-th", "th;q=2", "th;q=", "*-*", "th--TH", "a_b", "th,,;q=1", "zh-Hant-TW-x-", "q=1");

    private static final Map<String, List<String>> OWN = Map.ofEntries(
            Map.entry("Accept", TYPES),
            Map.entry("Accept-Charset", List.of("utf-8;q=x", ";", "\"utf-8\"")),
            Map.entry("Accept-Encoding", List.of("gzip;q=x", ";", "*;q=0")),
            Map.entry("Accept-Language", LANGUAGES),
            Map.entry("Content-Encoding", List.of("gzip", "br", "nonsense", "identity")),
            Map.entry("Content-Language", LANGUAGES),
            Map.entry("Content-Type", Oddities.TYPES),
            Map.entry(
                    "Cookie",
                    List.of(
                            "=",
                            "saphan-session=",
                            "$Version=1; a=b",
                            "a=\"b",
                            ";;;",
                            "saphan-session=a;saphan-session=b")),
            Map.entry("Date", DATES),
            Map.entry("Expect", List.of("100-continue", "200-ok", "x")),
            Map.entry("Forwarded", List.of("for=", "for=\"[::1", "for=_a;;", "for=1.2.3.4.5", "=,=")),
            Map.entry("If-Match", TAGS),
            Map.entry("If-Modified-Since", DATES),
            Map.entry("If-None-Match", TAGS),
            Map.entry("If-Range", TAGS),
            Map.entry("If-Unmodified-Since", DATES),
            Map.entry("Origin", List.of("null", "https://", "://", "https://evil.example")),
            Map.entry(
                    "Range",
                    List.of(
                            "bytes=",
                            "bytes=5-1",
                            "bytes=-",
                            "bytes=0-,0-,0-",
                            "lines=1-2",
                            "bytes=99999999999999999999-")),
            Map.entry("X-Forwarded-For", List.of(",", "1.2.3.4:99999", "[::1", "fe80::1%eth0", "unknown")));

    private OddHeaders() {}

    static String value(String name, SplittableRandom random) {
        List<String> own = OWN.getOrDefault(name, List.of());
        return own.isEmpty() || random.nextInt(3) == 0 ? Oddities.text(random) : Oddities.one(own, random);
    }
}
