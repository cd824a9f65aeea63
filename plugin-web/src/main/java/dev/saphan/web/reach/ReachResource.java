/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.reach;

import dev.saphan.readiness.OwnAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Answers the questions of this installation's own nodes, and nobody else's. */
@RequestScoped
@Path("/{question}")
public class ReachResource {

    private static final int LONGEST = 400;

    @Inject
    OwnAddress ownAddress;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Response answer(@PathParam("question") String question) {
        Response.ResponseBuilder response = question.length() > LONGEST
                ? Response.status(Status.NOT_FOUND)
                : ownAddress.answer(question).map(Response::ok).orElseGet(() -> Response.status(Status.NOT_FOUND));
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
