/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.user.Role;
import dev.saphan.web.page.PageHeaders;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.ProblemPage;
import dev.saphan.web.problem.Problems;
import dev.saphan.web.refusal.RefusedRequests;
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
@WebServlet(urlPatterns = "/error", asyncSupported = true)
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProblemPage problemPage;

    @Inject
    transient RolePage rolePage;

    @Inject
    transient SignedInPerson person;

    @Inject
    transient RefusedRequests refusedRequests;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageHeaders.set(response); // a container asks no filter when it shows an error
        Optional<Problem> problem = Problems.of(thrown(request).orElse(null));
        int status = problem.map(Problem::code).map(ErrorCode::status).orElseGet(() -> status(request));
        problem.map(Problems::retryAfter)
                .orElseGet(() -> Problems.retryAfter(status))
                .ifPresent(after -> response.setHeader("Retry-After", after));
        PageLanguage language = PageLanguage.of(request);
        Optional<RoleNeeded> needed = needed(request, status);
        if (needed.isPresent()) {
            RoleNeeded role = needed.get();
            refusedRequests.role(person.name(), (role.role().code() + " " + role.store()).strip(), request);
            HtmlAnswer.write(
                    response, RolePage.STATUS, rolePage.of(role.role(), role.store(), person.name(), language));
        } else {
            HtmlAnswer.write(response, status, problemPage.of(status, language));
        }
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private static Optional<Throwable> thrown(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable found
                ? Optional.of(found)
                : Optional.empty();
    }

    private static <T extends Throwable> Optional<T> thrown(HttpServletRequest request, Class<T> type) {
        for (@Nullable Throwable cause = thrown(request).orElse(null); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Optional<RoleNeeded> needed(HttpServletRequest request, int status) {
        if (request.getAttribute(RoleNeeded.class.getName()) instanceof RoleNeeded needed) {
            return Optional.of(needed);
        }
        Optional<RoleNeeded> thrown = thrown(request, RoleNeeded.class);
        if (thrown.isPresent()) {
            return thrown;
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
