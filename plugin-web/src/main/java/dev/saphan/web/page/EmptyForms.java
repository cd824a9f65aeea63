/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A form without fields comes as one without a body. Jersey looks for its fields among those of the address, takes what
 * it finds there for a body that somebody read before it, and logs the whole address. So it is told of no fields.
 */
@WebFilter(
        urlPatterns = {"/pay/*", "/return/*", "/counter/*", "/api/*", "/webhooks/*", "/reach/*", "/admin/export/*"},
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class EmptyForms extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(isEmptyForm(request) ? new Bare(request) : request, response);
    }

    private static boolean isEmptyForm(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        boolean empty = request.getContentLengthLong() == 0
                || (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null);
        return empty && type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    /** Has no fields; what stands in the address is not asked of this. */
    private static final class Bare extends HttpServletRequestWrapper {

        Bare(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
