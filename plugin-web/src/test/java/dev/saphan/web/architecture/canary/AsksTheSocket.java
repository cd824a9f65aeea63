/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.architecture.canary;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;

/** Takes the proxy for the client, and cannot wait for a body without a thread. */
@WebServlet("/canary")
class AsksTheSocket extends HttpServlet {

    private static final long serialVersionUID = 1L;

    String client(HttpServletRequest request) {
        return request.getRemoteAddr();
    }
}
