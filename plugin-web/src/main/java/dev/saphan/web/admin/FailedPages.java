/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.web.problem.Problems;
import dev.saphan.web.security.RoleNeeded;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspException;

/**
 * What becomes of a page that could not be made. A form that the session does not know (any more), because it is old or
 * no page of ours, does nothing; the person is told so. An error page in {@code web.xml} cannot tell: it would be
 * written as the answer to that very form. Everything else is answered here too, because the server would log whatever
 * it is handed, a refusal with what the person wrote.
 */
@WebFilter(
        servletNames = "faces",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class FailedPages extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(FailedPages.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                if (isExpiry(e)) { // Faces has said already that there is no such page
                    return;
                }
                throw e;
            }
            response.resetBuffer();
            if (isExpiry(e)) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", request.getContextPath() + "/admin/expired.xhtml");
            } else {
                explain(e, request, response);
            }
        }
    }

    /** On the page for errors, as the server does. */
    private static void explain(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!isRefusal(thrown)) {
            LOG.log(Level.SEVERE, "A page failed", thrown);
        }
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(request, response);
    }

    static boolean isRefusal(Throwable thrown) {
        return Problems.of(thrown).isPresent() || isCausedBy(thrown, RoleNeeded.class);
    }

    private static boolean isExpiry(Throwable thrown) {
        return isCausedBy(thrown, ViewExpiredException.class) || isCausedBy(thrown, CspException.class);
    }

    private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
