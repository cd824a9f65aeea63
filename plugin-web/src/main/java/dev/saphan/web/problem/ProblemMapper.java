/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import dev.saphan.problem.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Expected errors. */
@Provider
public class ProblemMapper implements ExceptionMapper<Problem> {

    @Inject
    AnswerLanguage language;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Problem problem) {
        return ProblemDocument.of(problem, language.with(headers));
    }
}
