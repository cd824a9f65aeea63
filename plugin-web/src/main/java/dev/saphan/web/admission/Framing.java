/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** How a request says whether it has a body and where that ends. */
final class Framing {

    private static final String ENCODING = "Transfer-Encoding";

    private Framing() {}

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(ENCODING) != null;
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
     * Payara breaks a stream of the second version off when its body is read without blocking. Whoever speaks it to us, or
     * says that they would, has a thread wait for their body.
     */
    static boolean needsAThreadToRead(HttpServletRequest request) {
        return hasBody(request)
                && (request.getProtocol().startsWith("HTTP/2") || "h2c".equalsIgnoreCase(request.getHeader("Upgrade")));
    }
}
