/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.ProblemPage;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** What is shown when the server itself refuses, or knows no such address. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProblemPage problemPage;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        PageLanguage language =
                PageLanguage.of(request.getParameter("lang"), Optional.empty(), request.getHeader("Accept-Language"));
        HtmlAnswer.write(response, status, problemPage.of(status, language));
    }
}
