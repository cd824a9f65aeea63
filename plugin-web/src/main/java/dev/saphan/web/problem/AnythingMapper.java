/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Everything else: the framework's own refusals, and our mistakes, of which nothing is told. */
@Provider
public class AnythingMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(AnythingMapper.class.getName());
    private static final Map<Integer, ErrorCode> CODES = Map.of(
            400, ErrorCode.MALFORMED_JSON,
            404, ErrorCode.NOT_FOUND,
            405, ErrorCode.METHOD_NOT_ALLOWED,
            406, ErrorCode.NOT_ACCEPTABLE,
            413, ErrorCode.BODY_TOO_LARGE,
            415, ErrorCode.UNSUPPORTED_MEDIA_TYPE);

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            ErrorCode code = CODES.getOrDefault(refused.getResponse().getStatus(), ErrorCode.NOT_FOUND);
            return ProblemDocument.of(Problem.of(code), headers);
        }
        Optional<Problem> refusal = Problems.of(thrown);
        if (refusal.isPresent()) {
            return ProblemDocument.of(refusal.get(), headers);
        }
        LOG.log(Level.SEVERE, "A request failed", thrown);
        return ProblemDocument.of(Problem.of(ErrorCode.INTERNAL_ERROR), headers);
    }
}
