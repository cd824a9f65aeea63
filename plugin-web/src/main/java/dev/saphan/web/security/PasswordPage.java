/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.audit.Who;
import dev.saphan.problem.Problem;
import dev.saphan.secret.Secret;
import dev.saphan.user.ChangePassword;
import dev.saphan.user.Identity;
import dev.saphan.user.PasswordPolicy;
import dev.saphan.web.client.ClientAddress;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a person chooses a password of their own: by themselves, or because somebody else knows the one they have. */
@WebServlet(urlPatterns = "/password", asyncSupported = true)
public class PasswordPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER = "60";

    @Inject
    transient Sessions sessions;

    @Inject
    transient ChangePassword changePassword;

    @Inject
    transient ClientAddress clientAddress;

    @Inject
    transient SignInAddress address;

    @Inject
    transient OwnForms ownForms;

    @Inject
    transient Pages pages;

    @Inject
    transient ProblemPage problemPage;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Identity> somebody = sessions.current(request);
        if (somebody.isEmpty()) {
            response.sendRedirect(address.of("/login"));
        } else if (somebody.get().knownElsewhere()) {
            HtmlAnswer.write(response, 404, problemPage.of(404, PageLanguage.of(request)));
        } else {
            show(request, response, somebody.get(), 200, "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Identity> somebody = sessions.current(request);
        if (somebody.isEmpty()) {
            response.sendRedirect(address.of("/login"));
            return;
        }
        try {
            ownForms.require(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"));
            FormToken.require(request, request.getParameter("csrf"));
        } catch (Problem problem) {
            HtmlAnswer.write(
                    response, problem.code().status(), problemPage.of(problem.code(), PageLanguage.of(request)));
            return;
        }
        change(request, response, somebody.get());
    }

    private void change(HttpServletRequest request, HttpServletResponse response, Identity somebody)
            throws IOException {
        if (!text(request, "chosen").equals(text(request, "again"))) {
            show(request, response, somebody, 400, "differs");
            return;
        }
        ChangePassword.Outcome outcome;
        try {
            outcome = changePassword.change(
                    new Who(somebody.name(), clientAddress.of(request)),
                    new Secret(text(request, "before")),
                    new Secret(text(request, "chosen")));
        } catch (Problem problem) {
            outcome = new ChangePassword.Outcome(Optional.empty(), Optional.of(ChangePassword.Refusal.THROTTLED));
        }
        if (outcome.identity().isPresent()) {
            sessions.begin(request, outcome.identity().get());
            HtmlAnswer.seeOther(response, address.after(null, outcome.identity().get()));
            return;
        }
        refuse(request, response, somebody, outcome.refusal().orElseThrow());
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, Identity somebody, ChangePassword.Refusal refusal)
            throws IOException {
        boolean throttled = refusal == ChangePassword.Refusal.THROTTLED;
        if (throttled) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        show(request, response, somebody, throttled ? 429 : 400, refusal.name().toLowerCase(Locale.ROOT));
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, Identity somebody, int status, String notice)
            throws IOException {
        Map<String, Object> model = Map.of(
                "notice", notice,
                "name", somebody.name(),
                "lent", somebody.mustChoosePassword(),
                "shortest", PasswordPolicy.SHORTEST,
                "csrf", FormToken.of(request));
        HtmlAnswer.write(response, status, pages.render("password", PageLanguage.of(request), model));
    }

    private static String text(HttpServletRequest request, String name) {
        return FormText.of(request, name, PasswordPolicy.LONGEST);
    }
}
