/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.method.Methods;
import dev.saphan.web.live.Watches;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;

/** How a payment page learns that something changed: by a stream, or by asking. */
@RequestScoped
@Path("/{token}")
public class PayLiveResource {

    @Inject
    ShopperPayment shopperPayment;

    @Inject
    Methods methods;

    @Inject
    Watches watches;

    @GET
    @Path("/state")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> state(@PathParam("token") String token) {
        return shopperPayment.read(
                token,
                payment -> Map.of(
                        "version",
                        payment.version(),
                        "state",
                        PageState.of(payment, methods).code()));
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@PathParam("token") String token, @Context SseEventSink sink, @Context Sse sse) {
        if (!watches.add(shopperPayment.id(token), sink, sse)) {
            throw new ServiceUnavailableException();
        }
    }

    /** Without this, a request for the head alone would be given the stream, which does not end. */
    @HEAD
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response headOfEvents(@PathParam("token") String token) {
        shopperPayment.id(token);
        return Response.ok().build();
    }
}
