/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.user.Role;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.ProblemPage;
import dev.saphan.web.problem.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is shown when the server itself refuses, knows no such address, or a page of the back office fails. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProblemPage problemPage;

    @Inject
    transient RolePage rolePage;

    @Inject
    transient SignedInPerson person;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        if (Refusal.isForNow(status)) {
            response.setIntHeader("Retry-After", Refusal.RETRY_AFTER);
        }
        PageLanguage language = PageLanguage.of(request);
        Optional<RoleNeeded> needed = needed(request, status);
        if (needed.isPresent()) {
            RoleNeeded role = needed.get();
            HtmlAnswer.write(
                    response, RolePage.STATUS, rolePage.of(role.role(), role.store(), person.name(), language));
        } else {
            HtmlAnswer.write(response, status, problemPage.of(status, language));
        }
    }

    private static int status(HttpServletRequest request) {
        int ofContainer =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return thrown(request)
                .flatMap(Refusal::of)
                .map(problem -> problem.code().status())
                .orElse(ofContainer);
    }

    private static Optional<Throwable> thrown(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable found
                ? Optional.of(found)
                : Optional.empty();
    }

    private static Optional<RoleNeeded> needed(HttpServletRequest request, int status) {
        if (request.getAttribute(RoleNeeded.class.getName()) instanceof RoleNeeded needed) {
            return Optional.of(needed);
        }
        for (@Nullable Throwable cause = thrown(request).orElse(null); cause != null; cause = cause.getCause()) {
            if (cause instanceof RoleNeeded needed) {
                return Optional.of(needed);
            }
        }
        return status == RolePage.STATUS ? ofArea(request) : Optional.empty();
    }

    /** By the constraints in {@code web.xml}: the least role that opens that part. */
    private static Optional<RoleNeeded> ofArea(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .substring(request.getContextPath().length());
        if (path.startsWith("/admin/")) {
            return Optional.of(new RoleNeeded(Role.VIEWER, ""));
        }
        return path.startsWith("/counter") ? Optional.of(new RoleNeeded(Role.CASHIER, "")) : Optional.empty();
    }
}
