/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.settings.Deployment;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Adds the slash to a folder's address. The container would too, but to whatever host the request names. */
@WebServlet(
        urlPatterns = {"/admin", "/assets", "/assets/methods", "/counter"},
        asyncSupported = true)
public class DirectoryRedirect extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Deployment deployment;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location", deployment.address(request.getServletPath() + "/").toString());
    }
}
