/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On which state of a thing its reader counts, as RFC 9110 compares tags. Headers that cannot be read do not come this far.
 */
final class Preconditions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?+\"[^\"]*+\"");
    private static final String WEAK = "W/";
    private static final String ANY = "*";

    private Preconditions() {}

    /** Whether the reader has that state already. */
    static boolean isKnown(HttpHeaders headers, EntityTag tag) {
        return sent(headers, HttpHeaders.IF_NONE_MATCH)
                .anyMatch(value -> value.strip().equals(ANY)
                        || tags(value)
                                .map(one -> one.startsWith(WEAK) ? one.substring(WEAK.length()) : one)
                                .anyMatch(quoted(tag)::equals));
    }

    /** @throws Problem if the reader counts on another state */
    static void requireMatch(HttpHeaders headers, EntityTag tag) {
        List<String> values = sent(headers, HttpHeaders.IF_MATCH).toList();
        boolean matches = values.isEmpty()
                || values.stream()
                        .anyMatch(value ->
                                value.strip().equals(ANY) || tags(value).anyMatch(quoted(tag)::equals));
        if (!matches) {
            throw Problem.of(ErrorCode.PRECONDITION_FAILED);
        }
    }

    private static Stream<String> sent(HttpHeaders headers, String name) {
        @Nullable List<String> values = headers.getRequestHeader(name);
        return values == null ? Stream.empty() : values.stream();
    }

    private static Stream<String> tags(String value) {
        return TAG.matcher(value).results().map(match -> match.group());
    }

    private static String quoted(EntityTag tag) {
        return '"' + tag.getValue() + '"';
    }
}
