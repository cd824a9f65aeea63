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
import dev.saphan.user.Origin;
import dev.saphan.user.SignIn;
import dev.saphan.web.client.ClientAddress;
import dev.saphan.web.page.OwnForms;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.Pages;
import dev.saphan.web.page.ProblemPage;
import dev.saphan.web.ratelimit.Permission;
import dev.saphan.web.refusal.RefusedRequests;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The form to sign in with. */
@WebServlet(urlPatterns = "/login", asyncSupported = true)
public class SignInPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PASSWORD = 500;
    private static final Duration SOON = Duration.ofSeconds(5);

    /** What may have been refused where people sign in elsewhere. */
    private static final Set<String> PROBLEMS =
            Set.of("away", "denied", "stale", "untrusted", "not_a_name", "name_taken", "disabled");

    @Inject
    transient SignIn signIn;

    @Inject
    transient Sessions sessions;

    @Inject
    transient KnownDevice device;

    @Inject
    transient ClientAddress clientAddress;

    @Inject
    transient RefusedRequests refusedRequests;

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
            HtmlAnswer.write(response, 404, problemPage.of(404, PageLanguage.of(request)));
            return;
        }
        try {
            ownForms.require(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"));
        } catch (Problem problem) {
            HtmlAnswer.write(
                    response, problem.code().status(), problemPage.of(problem.code(), PageLanguage.of(request)));
            return;
        }
        String name = FormText.of(request, "name", LONGEST_NAME).strip();
        String password = FormText.of(request, "password", LONGEST_PASSWORD);
        SignIn.Outcome outcome;
        try {
            outcome = signIn.withPassword(name, new Secret(password), origin(request, name));
        } catch (Problem problem) {
            later(request, response, problem.retryAfter().orElse(SOON));
            return;
        }
        if (outcome instanceof SignIn.Outcome.LetIn in) {
            device.remember(request, response, name);
            sessions.begin(request, in.who());
            HtmlAnswer.seeOther(response, address.after(request.getParameter("next"), in.who()));
        } else if (outcome instanceof SignIn.Outcome.Later wait) {
            later(request, response, wait.delay());
        } else {
            if (outcome instanceof SignIn.Outcome.Refused refused && refused.unknown()) {
                refusedRequests.unknownName(request);
            }
            show(request, response, 401, "wrong");
        }
    }

    private Origin origin(HttpServletRequest request, String name) {
        return new Origin(clientAddress.of(request), device.of(request, name));
    }

    private void later(HttpServletRequest request, HttpServletResponse response, Duration delay) throws IOException {
        refusedRequests.throttledSignIn(request);
        response.setHeader("Retry-After", String.valueOf(Permission.seconds(delay)));
        show(request, response, 429, "throttled");
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, String notice)
            throws IOException {
        String next = Objects.requireNonNullElse(request.getParameter("next"), "");
        HtmlAnswer.write(
                response,
                status,
                pages.render(
                        "sign-in",
                        PageLanguage.of(request),
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
                                FormText.of(request, "name", LONGEST_NAME))));
    }
}
