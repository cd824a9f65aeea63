/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.language.Languages;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.user.Role;
import dev.saphan.web.admission.Family;
import dev.saphan.web.page.PageHeaders;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.ProblemPage;
import dev.saphan.web.problem.ProblemDocument;
import dev.saphan.web.problem.Problems;
import dev.saphan.web.refusal.RefusedRequests;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is shown when the server itself refuses, knows no such address, or anything fails outside of resources. */
@WebServlet(urlPatterns = "/error", asyncSupported = true)
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** A server may ask for the page of one failure twice. */
    private static final String COUNTED = "saphan.refusal-counted";

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
        if (isForProgram(request)) {
            document(problem.orElseGet(() -> Problem.of(Problems.code(status))), request, response);
            return;
        }
        PageLanguage language = PageLanguage.of(request);
        Optional<RoleNeeded> needed = needed(request, status);
        if (needed.isPresent()) {
            RoleNeeded role = needed.get();
            if (request.getAttribute(COUNTED) == null) {
                request.setAttribute(COUNTED, true);
                refusedRequests.role(person.name(), (role.role().code() + " " + role.store()).strip(), request);
            }
            HtmlAnswer.write(
                    response, RolePage.STATUS, rolePage.of(role.role(), role.store(), person.name(), language));
        } else {
            HtmlAnswer.write(response, status, problemPage.of(status, language));
        }
    }

    private static boolean isForProgram(HttpServletRequest request) {
        return Family.of(failed(request)).isForPrograms();
    }

    /** What a program is told; the status is the problem's own, which the server may have given another number of its class. */
    private static void document(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Response document = ProblemDocument.of(
                problem,
                Languages.fromHeader(request.getHeader("Accept-Language")).orElse(Languages.ENGLISH));
        response.setStatus(document.getStatus());
        HtmlAnswer.write(response, document.getHeaderString("Content-Type"), String.valueOf(document.getEntity()));
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
        String path = failed(request);
        if (path.startsWith("/admin/")) {
            return Optional.of(new RoleNeeded(Role.VIEWER, ""));
        }
        return path.startsWith("/counter") ? Optional.of(new RoleNeeded(Role.CASHIER, "")) : Optional.empty();
    }

    /** The path under the context of the request that failed; empty where the page itself was asked for. */
    private static String failed(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                        && uri.startsWith(request.getContextPath())
                ? uri.substring(request.getContextPath().length())
                : "";
    }
}
