/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import dev.saphan.language.Languages;
import dev.saphan.method.Methods;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentView;
import dev.saphan.payment.PaymentViews;
import dev.saphan.payment.Payments;
import dev.saphan.payment.StartAttempt;
import dev.saphan.payment.StartPayment;
import dev.saphan.payment.SyncPayment;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Deployment;
import dev.saphan.web.caller.Caller;
import dev.saphan.web.json.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments, for storefronts. */
@RequestScoped
@Path("/v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PaymentResource {

    @Inject
    Caller caller;

    @Inject
    Methods methods;

    @Inject
    StartPayment startPayment;

    @Inject
    StartAttempt startAttempt;

    @Inject
    CancelPayment cancelPayment;

    @Inject
    SyncPayment syncPayment;

    @Inject
    Payments payments;

    @Inject
    PaymentViews views;

    @Inject
    Transactions transactions;

    @Inject
    Deployment deployment;

    @Context
    HttpHeaders headers;

    @POST
    public Response start(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream stream) {
        String idempotencyKey = IdempotencyHeader.required(key);
        JsonBody body = JsonBody.read(stream);
        PaymentId id = startPayment.start(
                new PaymentRequest(methods).read(body, caller.store(), caller.mode(), idempotencyKey));
        PaymentView view = view(id);
        return Response.status(Response.Status.CREATED)
                .location(deployment.address("/api/v1/payments/" + id))
                .tag(tag(view))
                .entity(view)
                .build();
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") String id, @Context Request request) {
        PaymentView view = view(own(id));
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag(view));
        return unchanged != null
                ? unchanged.build()
                : Response.ok(view).tag(tag(view)).build();
    }

    @GET
    public Response ofOrder(@QueryParam("orderReference") @Nullable String orderReference) {
        if (orderReference == null || orderReference.isBlank()) {
            throw Problem.inField(ErrorCode.MISSING_FIELD, "orderReference");
        }
        List<PaymentView> found =
                transactions.call(() -> payments.ofOrder(caller.store().id(), caller.mode(), orderReference).stream()
                        .map(this::shown)
                        .toList());
        return Response.ok(Map.of("payments", found)).build();
    }

    @POST
    @Path("/{id}/attempts")
    public Response attempt(@PathParam("id") String id, InputStream stream) {
        PaymentId payment = own(id);
        AttemptRequest attempt = new PaymentRequest(methods)
                .attempt(JsonBody.read(stream).fields())
                .orElseThrow(() -> Problem.inField(ErrorCode.MISSING_FIELD, "method"));
        startAttempt.start(payment, attempt, "storefront");
        return Response.status(Response.Status.CREATED).entity(view(payment)).build();
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    public Response cancel(@PathParam("id") String id) {
        PaymentId payment = own(id);
        boolean settled = cancelPayment.cancel(payment, ClosedReason.CANCELLED, "storefront");
        return Response.status(settled ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(view(payment))
                .build();
    }

    @POST
    @Path("/{id}/sync")
    @Consumes(MediaType.WILDCARD)
    public Response sync(@PathParam("id") String id) {
        PaymentId payment = own(id);
        syncPayment.sync(payment, "storefront", deployment.readTimeout());
        return Response.ok(view(payment)).build();
    }

    private PaymentId own(String id) {
        PaymentId wanted = new PaymentId(id);
        boolean exists = transactions.call(
                () -> payments.find(caller.store().id(), caller.mode(), wanted).isPresent());
        if (!exists) {
            throw Problem.of(ErrorCode.NOT_FOUND);
        }
        return wanted;
    }

    private PaymentView view(PaymentId id) {
        return transactions.call(() -> shown(payments.find(id).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND))));
    }

    private PaymentView shown(Payment payment) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(Languages::fromHeader)
                .map(locale -> views.of(payment, locale))
                .orElseGet(() -> views.of(payment));
    }

    private static EntityTag tag(PaymentView view) {
        return new EntityTag(String.valueOf(view.version()));
    }
}
