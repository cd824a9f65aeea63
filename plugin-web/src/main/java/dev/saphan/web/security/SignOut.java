/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.problem.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Ends the session of somebody signed in. */
@WebServlet(urlPatterns = "/logout", asyncSupported = true)
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInAddress address;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            try {
                FormToken.require(request, request.getParameter("csrf"));
            } catch (Problem problem) {
                response.sendError(problem.code().status());
                return;
            }
            session.invalidate();
        }
        response.setHeader("Clear-Site-Data", "\"storage\""); // pages are not kept by browsers anyway
        HtmlAnswer.seeOther(response, address.of("/login?out=1"));
    }
}
