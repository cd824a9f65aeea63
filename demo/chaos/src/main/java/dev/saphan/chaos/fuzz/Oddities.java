/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** What honest clients do not send. */
final class Oddities {

    static final List<String> METHODS = List.of(
            "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "F\u00d6", "X");

    static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/x-www-form-urlencoded; charset=nonsense",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=\"",
            "application/xml",
            "*/*",
            "a",
            "/",
            "application/json;;;=",
            "\"");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "a\r\nSet-Cookie: a=b",
            "a\nforged line",
            "\u2028",
            "\u202egnp.exe",
            "\ufeff",
            "-",
            "-,-",
            "*",
            "%",
            "%zz",
            "%00",
            "%ff%fe",
            "..",
            "../../etc/passwd",
            "..;/",
            "'",
            "\"><b>",
            "{0}",
            "${jndi:ldap://localhost/a}",
            "#{1+1}",
            "0",
            "-1",
            "1.5",
            "NaN",
            "1e400",
            "9223372036854775808",
            "99999999999999999999999999",
            "2026-13-45",
            "+999999999-12-31T23:59:60Z",
            "0000-00-00T00:00:00Z",
            "null",
            "true",
            "[]",
            "\u0e2a\u0e30\u0e1e\u0e32\u0e19",
            "\ud83d\ude00");

    /** Values of JSON, as they are written. */
    static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "1.5",
            "1e2",
            "1e400",
            "1E-400",
            "1e999999999",
            "1e99999999999",
            "-1e99999999999999999999",
            "9223372036854775807",
            "9223372036854775808",
            "0.1e1",
            "01",
            "NaN",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\ud83d\\ude00\"",
            "\"\\r\\nforged\"",
            "\"unended",
            "\"\\x\"",
            "[]",
            "{}",
            "[null]",
            "{\"\":null}",
            "{\"a\":1,\"a\":2}",
            "",
            "'");

    private Oddities() {}

    static String text(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> "x".repeat(1 + random.nextInt(20_000));
            case 1 -> characters(random, 1 + random.nextInt(40));
            case 2 -> "9".repeat(1 + random.nextInt(2_000));
            default -> one(TEXTS, random);
        };
    }

    static String value(SplittableRandom random) {
        int deep = 1 + random.nextInt(3_000);
        return switch (random.nextInt(12)) {
            case 0 -> "[".repeat(deep) + "]".repeat(deep);
            case 1 -> "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
            case 2 -> "1" + "0".repeat(random.nextInt(3_000));
            case 3 -> "0." + "3".repeat(1 + random.nextInt(3_000));
            case 4 -> '"' + "\u0e2a".repeat(random.nextInt(20_000)) + '"';
            case 5 -> "[" + "{},".repeat(random.nextInt(5_000)) + "0]";
            default -> one(VALUES, random);
        };
    }

    static <T> T one(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String characters(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0xd800) : random.nextInt(0x80));
        }
        return text.toString();
    }
}
