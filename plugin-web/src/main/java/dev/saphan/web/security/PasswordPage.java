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
@WebServlet("/password")
public class PasswordPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Sessions sessions;

    @Inject
    transient ChangePassword changePassword;

    @Inject
    transient SignInThrottle throttle;

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
        String from = request.getRemoteAddr();
        if (throttle.mustWait(somebody.name(), from)) {
            show(request, response, somebody, 429, "throttled");
            return;
        }
        if (!text(request, "chosen").equals(text(request, "again"))) {
            show(request, response, somebody, 400, "differs");
            return;
        }
        ChangePassword.Outcome outcome = changePassword.change(
                new Who(somebody.name(), from),
                new Secret(text(request, "before")),
                new Secret(text(request, "chosen")));
        if (outcome.identity().isPresent()) {
            sessions.begin(request, outcome.identity().get());
            HtmlAnswer.seeOther(response, address.after(null, outcome.identity().get()));
            return;
        }
        ChangePassword.Refusal refusal = outcome.refusal().orElseThrow();
        if (refusal == ChangePassword.Refusal.WRONG_PASSWORD) {
            throttle.failed(somebody.name(), from);
        }
        show(request, response, somebody, 400, refusal.name().toLowerCase(Locale.ROOT));
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
