/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides the headers that HTTP lets a server ignore where they cannot be read: each part of a server fails at them in its own
 * way, some after the work is done.
 */
final class IgnoredHeaders extends HttpServletRequestWrapper {

    private static final String RANGE =
            Grammar.TOKEN + "/" + Grammar.TOKEN + "(?:" + Grammar.WEIGHT + "|" + otherThanWeight() + ")*+";

    /** What may be accepted, in media types. RFC 9110 has empty elements count for nothing; Jersey fails at the last. */
    private static final Pattern ACCEPT = Pattern.compile(RANGE + "(?:[ \\t]*+,[ \\t]*+" + RANGE + ")*+");

    private static final Pattern ACCEPT_WORDS =
            Pattern.compile(Grammar.list(Grammar.TOKEN + "(?:" + Grammar.WEIGHT + ")?+"));

    private static final Pattern DATE = Pattern.compile("[A-Z][a-z]{2,8}+,? [ 0-9A-Za-z:-]{18,24}+");

    private static final Map<String, Predicate<String>> READABLE = Map.of(
            "accept", matches(ACCEPT),
            "accept-charset", matches(ACCEPT_WORDS),
            "accept-encoding", matches(ACCEPT_WORDS),
            "if-none-match", matches(Grammar.ENTITY_TAGS),
            "if-modified-since", matches(DATE),
            "if-unmodified-since", matches(DATE));

    private static final String CONTENT_TYPE = "content-type";

    private final Set<String> hidden;

    private IgnoredHeaders(HttpServletRequest request, Set<String> hidden) {
        super(request);
        this.hidden = hidden;
    }

    /** The request itself if all can be read. */
    static HttpServletRequest hidden(HttpServletRequest request) {
        Set<String> unreadable = new HashSet<>();
        READABLE.forEach((name, readable) -> {
            if (Collections.list(request.getHeaders(name)).stream().anyMatch(readable.negate())) {
                unreadable.add(name);
            }
        });
        if (!Framing.hasBody(request) && !Legibility.isMediaType(request.getContentType())) {
            unreadable.add(CONTENT_TYPE);
        }
        return unreadable.isEmpty() ? request : new IgnoredHeaders(request, unreadable);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isHidden(name))
                .toList());
    }

    @Override
    public long getDateHeader(String name) {
        return isHidden(name) ? -1 : super.getDateHeader(name);
    }

    @Override
    public @Nullable String getContentType() {
        return isHidden(CONTENT_TYPE) ? null : super.getContentType();
    }

    private boolean isHidden(String name) {
        return hidden.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Predicate<String> matches(Pattern pattern) {
        return value -> pattern.matcher(value.strip()).matches();
    }

    /** A parameter of that name is a weight, and must look like one. */
    private static String otherThanWeight() {
        return "(?![ \\t]*+;[ \\t]*+[qQ]=)" + Grammar.PARAMETER;
    }
}
