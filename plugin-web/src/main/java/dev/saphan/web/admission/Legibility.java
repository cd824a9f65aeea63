/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import dev.saphan.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request can be read at all, and in one way only; asked before anything is done with it. Headers that HTTP lets a
 * server ignore are no trouble ({@link IgnoredHeaders}).
 */
final class Legibility {

    private static final Pattern MEDIA_TYPE =
            Pattern.compile(Grammar.TOKEN + "/" + Grammar.TOKEN + "(?:" + Grammar.PARAMETER + "|[ \\t]*+;)*+");

    /** A name or an address with a port, as RFC 9110 has it (7.2), without what no name has in it. */
    private static final Pattern HOST = Pattern.compile("(?:[0-9A-Za-z._~%-]*+|\\[[0-9A-Fa-f:.]++])(?::\\d{0,5}+)?+");

    private Legibility() {}

    /** Empty if it can. */
    static Optional<ErrorCode> trouble(HttpServletRequest request) {
        if (Framing.isAmbiguous(request)) {
            return Optional.of(ErrorCode.AMBIGUOUS_LENGTH);
        }
        if (!WellFormed.isAddressOf(request)
                || !isHost(request.getHeader("Host"))
                || !areEntityTags(request.getHeaders("If-Match"))) {
            return Optional.of(ErrorCode.MALFORMED_REQUEST);
        }
        boolean unknownBody = Framing.hasBody(request)
                && !(isMediaType(request.getContentType()) && isPlain(request.getHeader("Content-Encoding")));
        return unknownBody || isInParts(request.getContentType())
                ? Optional.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE)
                : Optional.empty();
    }

    /** Absent, or one that can be read. */
    static boolean isMediaType(@Nullable String type) {
        return type == null || MEDIA_TYPE.matcher(type.strip()).matches();
    }

    /** None of ours is, and a server that cannot part it fails whenever it is asked for any parameter, body or none. */
    private static boolean isInParts(@Nullable String type) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** A server makes addresses of it. */
    private static boolean isHost(@Nullable String host) {
        return host == null || HOST.matcher(host.strip()).matches();
    }

    /** To be done only from a state that nobody can tell. */
    private static boolean areEntityTags(Enumeration<String> headers) {
        return Collections.list(headers).stream()
                .allMatch(value -> Grammar.ENTITY_TAGS.matcher(value.strip()).matches());
    }

    /** A body that was compressed would be read as what it is not. */
    private static boolean isPlain(@Nullable String coding) {
        return coding == null || coding.isBlank() || coding.strip().equalsIgnoreCase("identity");
    }
}
