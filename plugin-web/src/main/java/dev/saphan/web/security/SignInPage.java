/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.problem.Problem;
import dev.saphan.secret.Secret;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.OpenIdProvider;
import dev.saphan.user.Identity;
import dev.saphan.user.SignIn;
import dev.saphan.web.page.OwnForms;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.Pages;
import dev.saphan.web.page.ProblemPage;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The form to sign in with. */
@WebServlet("/login")
public class SignInPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PASSWORD = 500;

    /** What may have been refused where people sign in elsewhere. */
    private static final Set<String> PROBLEMS =
            Set.of("away", "denied", "stale", "untrusted", "not_a_name", "name_taken", "disabled");

    @Inject
    transient SignIn signIn;

    @Inject
    transient Sessions sessions;

    @Inject
    transient SignInThrottle throttle;

    @Inject
    transient SignInAddress address;

    @Inject
    transient Deployment deployment;

    @Inject
    transient OwnForms ownForms;

    @Inject
    transient Pages pages;

    @Inject
    transient ProblemPage problemPage;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Identity> somebody = sessions.current(request);
        if (somebody.isPresent()) {
            response.sendRedirect(address.after(request.getParameter("next"), somebody.get()));
        } else {
            show(request, response, 200, notice(request));
        }
    }

    private static String notice(HttpServletRequest request) {
        if (request.getParameter("out") != null) {
            return "out";
        }
        String problem = Objects.requireNonNullElse(request.getParameter("problem"), "");
        return PROBLEMS.contains(problem) ? "elsewhere." + problem : "";
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (deployment.openId().filter(OpenIdProvider::only).isPresent()) {
            HtmlAnswer.write(response, 404, problemPage.of(404, language(request)));
            return;
        }
        try {
            ownForms.require(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"));
        } catch (Problem problem) {
            HtmlAnswer.write(response, problem.code().status(), problemPage.of(problem.code(), language(request)));
            return;
        }
        String name = parameter(request, "name", LONGEST_NAME).strip();
        String password = parameter(request, "password", LONGEST_PASSWORD);
        if (throttle.mustWait(name, request.getRemoteAddr())) {
            show(request, response, 429, "throttled");
            return;
        }
        Optional<Identity> identity = signIn.withPassword(name, new Secret(password), request.getRemoteAddr());
        if (identity.isEmpty()) {
            throttle.failed(name, request.getRemoteAddr());
            show(request, response, 401, "wrong");
            return;
        }
        throttle.succeeded(name, request.getRemoteAddr());
        sessions.begin(request, identity.get());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address.after(request.getParameter("next"), identity.get()));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, String notice)
            throws IOException {
        String next = Objects.requireNonNullElse(request.getParameter("next"), "");
        HtmlAnswer.write(
                response,
                status,
                pages.render(
                        "sign-in",
                        language(request),
                        Map.of(
                                "notice",
                                notice,
                                "next",
                                SignInAddress.isOurs(next) ? next : "",
                                "provider",
                                deployment.openId().map(OpenIdProvider::label).orElse(""),
                                "passwords",
                                deployment.openId().filter(OpenIdProvider::only).isEmpty(),
                                "name",
                                parameter(request, "name", LONGEST_NAME))));
    }

    private static String parameter(HttpServletRequest request, String name, int longest) {
        String value = Objects.requireNonNullElse(request.getParameter(name), "");
        return value.length() > longest ? "" : value;
    }

    private static PageLanguage language(HttpServletRequest request) {
        return PageLanguage.of(request.getParameter("lang"), Optional.empty(), request.getHeader("Accept-Language"));
    }
}
