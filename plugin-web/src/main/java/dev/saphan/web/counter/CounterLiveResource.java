/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.counter;

import dev.saphan.method.Methods;
import dev.saphan.payment.AttemptId;
import dev.saphan.qr.FetchQrImage;
import dev.saphan.web.live.Watches;
import dev.saphan.web.page.PageState;
import dev.saphan.web.page.QrPicture;
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

/** How the till learns that something changed, and the picture of the code it shows. */
@RequestScoped
@Path("/{payment}")
public class CounterLiveResource {

    @Inject
    Cashier cashier;

    @Inject
    Methods methods;

    @Inject
    Watches watches;

    @Inject
    FetchQrImage fetchQrImage;

    @PathParam("payment")
    String payment = "";

    @GET
    @Path("/state")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> state() {
        return cashier.read(
                payment,
                found -> Map.of(
                        "version",
                        found.version(),
                        "state",
                        PageState.of(found, methods).code()));
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse) {
        if (!watches.add(cashier.existing(payment), sink, sse)) {
            throw new ServiceUnavailableException();
        }
    }

    /** Without this, a request for the head alone would be given the stream, which does not end. */
    @HEAD
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response headOfEvents() {
        cashier.existing(payment);
        return Response.ok().build();
    }

    @GET
    @Path("/qr/{attempt}")
    public Response picture(@PathParam("attempt") String attempt) {
        return QrPicture.of(fetchQrImage.fetch(cashier.existing(payment), new AttemptId(attempt)));
    }
}
