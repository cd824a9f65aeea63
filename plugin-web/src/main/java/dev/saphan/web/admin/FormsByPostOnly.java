/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.problem.Problem;
import dev.saphan.web.page.OwnForms;
import jakarta.faces.render.ResponseStateManager;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Faces takes a filled-in form by any method and from anywhere; a link must change nothing, so only a POST with it comes
 * through, and that from a page of ours only.
 */
@WebFilter(
        servletNames = "faces",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class FormsByPostOnly extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OwnForms ownForms;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isForm(request) && !request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (request.getMethod().equals("POST") && !isOurs(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        try {
            ownForms.require(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"));
            return true;
        } catch (Problem problem) {
            return false;
        }
    }

    /** By any parameter of a form's own: the state alone makes it one, the others are never in a link of ours. */
    private static boolean isForm(HttpServletRequest request) {
        return request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) != null
                || request.getParameter(ResponseStateManager.CLIENT_WINDOW_PARAM) != null
                || request.getParameter("jakarta.faces.partial.ajax") != null;
    }
}
