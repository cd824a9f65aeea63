/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.web.problem.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Errors of pages are pages. Of our own mistakes nothing is told. */
@Provider
public class PageProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(PageProblemMapper.class.getName());

    @Inject
    ProblemPage page;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        PageLanguage language = PageLanguage.of(
                uri.getQueryParameters().getFirst("lang"),
                Optional.empty(),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        int status = status(thrown);
        Response.ResponseBuilder response = Response.status(status);
        retryAfter(thrown, status).ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, after));
        return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .language(language.locale())
                .entity(page.of(status, language))
                .build();
    }

    private static Optional<String> retryAfter(Throwable thrown, int status) {
        return Problems.of(thrown).map(Problems::retryAfter).orElseGet(() -> Problems.retryAfter(status));
    }

    private static int status(Throwable thrown) {
        Optional<Problem> refusal = Problems.of(thrown);
        if (refusal.isPresent()) {
            return refusal.get().code().status();
        }
        if (thrown instanceof WebApplicationException refused
                && refused.getResponse().getStatus() != ErrorCode.INTERNAL_ERROR.status()) {
            return refused.getResponse().getStatus();
        }
        LOG.log(Level.SEVERE, "A page failed", thrown);
        return ErrorCode.INTERNAL_ERROR.status();
    }
}
