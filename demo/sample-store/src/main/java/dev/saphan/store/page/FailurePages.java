/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

import dev.saphan.store.visitor.Visitor;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a visitor sees when something is missing or broken: a page of the shop, never a stack trace. */
@Provider
public class FailurePages implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FailurePages.class.getName());

    private final Pages pages;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpHeaders headers;

    @Inject
    FailurePages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Response toResponse(Throwable failure) {
        Response.Status status = statusOf(failure);
        if (status.getFamily() == Response.Status.Family.SERVER_ERROR) {
            LOG.log(Level.SEVERE, "a page could not be drawn", failure);
        }
        String text = status == Response.Status.NOT_FOUND ? "missing" : "broken";
        try {
            return pages.show(status, Visitor.of(headers), "failure", Map.of("text", text));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "not even the page that says so could be drawn", e);
            return Response.status(status)
                    .type("text/plain;charset=UTF-8")
                    .entity("Something broke on our side. Please try again in a moment.")
                    .build();
        }
    }

    private static Response.Status statusOf(Throwable failure) {
        if (failure instanceof WebApplicationException known) {
            Response.Status status =
                    Response.Status.fromStatusCode(known.getResponse().getStatus());
            return status == null ? Response.Status.BAD_REQUEST : status;
        }
        return Response.Status.INTERNAL_SERVER_ERROR;
    }
}
