/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a request says whether it has a body and where that ends. */
final class Framing {

    private static final String ENCODING = "Transfer-Encoding";

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Framing() {}

    /** The second version tells a body by its frames: one without a length may be there wherever a body is usual. */
    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || request.getHeader(ENCODING) != null
                || (request.getContentLengthLong() < 0
                        && isSecondVersion(request)
                        && !WITHOUT_BODY.contains(request.getMethod()));
    }

    /** Two ways to say where the body ends: two servers in a row may believe different ones. */
    static boolean isAmbiguous(HttpServletRequest request) {
        String encoding = request.getHeader(ENCODING);
        return encoding != null
                && (request.getHeader("Content-Length") != null || !encoding.equalsIgnoreCase("chunked"));
    }

    /**
     * A length that stood before the encoding is no longer to be seen. Whatever else may have been put into such a body as a
     * request of its own is never read, if the connection ends with this one.
     */
    static void endAfterChunks(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader(ENCODING) != null) {
            response.setHeader("Connection", "close");
        }
    }

    /**
     * Payara breaks a stream of the second version off when its body is read without blocking, and forgets a request that asks
     * for another protocol meanwhile. Whoever speaks it to us, or asks for another, has a thread wait for their body. So has
     * an address that would be another one where it is dispatched, since a container reads it a second time.
     */
    static boolean needsAThreadToRead(HttpServletRequest request) {
        return hasBody(request)
                && (isSecondVersion(request)
                        || request.getHeader("Upgrade") != null
                        || isReadTwice(request.getServletPath())
                        || isReadTwice(request.getPathInfo()));
    }

    private static boolean isReadTwice(@Nullable String decoded) {
        return decoded != null && (decoded.indexOf('?') >= 0 || decoded.indexOf(';') >= 0);
    }

    private static boolean isSecondVersion(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/2");
    }
}
