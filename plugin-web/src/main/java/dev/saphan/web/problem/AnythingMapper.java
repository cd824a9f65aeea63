/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Everything else: the framework's own refusals, and our mistakes, of which nothing is told. */
@Provider
public class AnythingMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(AnythingMapper.class.getName());

    @Inject
    AnswerLanguage language;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            return ProblemDocument.of(
                    Problem.of(Problems.code(refused.getResponse().getStatus())), language.with(headers));
        }
        Optional<Problem> refusal = Problems.of(thrown);
        if (refusal.isPresent()) {
            return ProblemDocument.of(refusal.get(), language.with(headers));
        }
        LOG.log(Level.SEVERE, "A request failed", thrown);
        return ProblemDocument.of(Problem.of(ErrorCode.INTERNAL_ERROR), language.with(headers));
    }
}
