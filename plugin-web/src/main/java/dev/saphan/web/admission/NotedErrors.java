/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Shows our error page for a request that was dispatched again: containers show theirs for the first dispatch only. */
final class NotedErrors extends HttpServletResponseWrapper {

    private int status;

    NotedErrors(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int code, String message) throws IOException {
        sendError(code);
    }

    @Override
    public void sendError(int code) throws IOException {
        status = code;
        resetBuffer();
        setStatus(code);
    }

    void show(HttpServletRequest request) throws IOException, ServletException {
        if (status != 0) {
            show(request, status, null);
        }
    }

    /** @throws ServletException the one thrown, if an answer is under way already */
    void show(HttpServletRequest request, ServletException thrown) throws IOException, ServletException {
        if (isCommitted()) {
            throw thrown;
        }
        show(request, SC_INTERNAL_SERVER_ERROR, thrown.getCause() == null ? thrown : thrown.getCause());
    }

    private void show(HttpServletRequest request, int code, @Nullable Throwable thrown)
            throws IOException, ServletException {
        if (isCommitted()) {
            return;
        }
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, code);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
        setStatus(code);
        request.getRequestDispatcher("/error").forward(request, getResponse());
    }
}
