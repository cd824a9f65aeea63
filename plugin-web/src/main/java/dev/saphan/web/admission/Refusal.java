/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import dev.saphan.language.Languages;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.web.page.PageHeaders;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.ProblemPage;
import dev.saphan.web.problem.ProblemDocument;
import dev.saphan.web.refusal.RefusedRequests;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is answered to who is not let in: a problem document to programs, a page in their language to people. */
@Wired
class Refusal {

    private final ProblemPage page;
    private final RefusedRequests refusedRequests;

    @Inject
    Refusal(ProblemPage page, RefusedRequests refusedRequests) {
        this.page = page;
        this.refusedRequests = refusedRequests;
    }

    /** As {@link #answer}; what the client may still send is not read. */
    void close(Family family, Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Connection", "close");
        answer(family, problem, request, response);
    }

    void answer(Family family, Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ErrorCode code = problem.code();
        Response document = ProblemDocument.of(
                problem,
                Languages.fromHeader(request.getHeader("Accept-Language")).orElse(Languages.ENGLISH));
        response.setStatus(code.status());
        Optional.ofNullable(document.getHeaderString("Retry-After"))
                .ifPresent(after -> response.setHeader("Retry-After", after));
        if (family.isForPrograms()) {
            response.setHeader("Cache-Control", "no-store");
            response.setContentType(document.getHeaderString("Content-Type"));
            write(response, String.valueOf(document.getEntity()));
        } else {
            PageHeaders.set(response);
            response.setContentType("text/html; charset=UTF-8");
            write(response, page.of(code, language(request)));
        }
        refusedRequests.counted(code);
    }

    /** Parameters are not asked for: they might lie in a body that never arrives. */
    private static PageLanguage language(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String chosen =
                query.startsWith("lang=") ? query.substring("lang=".length()).split("&", 2)[0] : null;
        return PageLanguage.of(chosen, Optional.empty(), request.getHeader("Accept-Language"));
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
