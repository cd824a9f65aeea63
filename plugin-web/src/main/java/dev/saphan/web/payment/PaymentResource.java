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
import dev.saphan.web.problem.AnswerLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    @Inject
    AnswerLanguage language;

    @Context
    HttpHeaders headers;

    @POST
    public Response start(InputStream stream) {
        JsonBody body = JsonBody.read(stream);
        language.said(body.language());
        String key = IdempotencyHeader.required(headers);
        PaymentId id = startPayment.start(new PaymentRequest(methods).read(body, caller.store(), caller.mode(), key));
        ShownPayment shown = view(id);
        return shown.answer(Response.Status.CREATED)
                .location(deployment.address("/api/v1/payments/" + id))
                .entity(shown.with(body.warnings().in(language.with(headers))))
                .build();
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") String id) {
        ShownPayment shown = view(own(id));
        Preconditions.requireMatch(headers, shown.tag());
        return Preconditions.isKnown(headers, shown.tag())
                ? shown.answer(Response.Status.NOT_MODIFIED).entity(null).build()
                : shown.answer(Response.Status.OK).build();
    }

    @GET
    public Response ofOrder(@QueryParam("orderReference") @Nullable String orderReference) {
        if (orderReference == null || orderReference.isBlank()) {
            throw Problem.inField(ErrorCode.MISSING_FIELD, "orderReference");
        }
        List<PaymentView> found =
                transactions.call(() -> payments.ofOrder(caller.store().id(), caller.mode(), orderReference).stream()
                        .map(payment -> shown(payment).view())
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
        return view(payment).answer(Response.Status.CREATED).build();
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    public Response cancel(@PathParam("id") String id) {
        PaymentId payment = own(id);
        boolean settled = cancelPayment.cancel(payment, ClosedReason.CANCELLED, "storefront");
        return view(payment)
                .answer(settled ? Response.Status.OK : Response.Status.ACCEPTED)
                .build();
    }

    @POST
    @Path("/{id}/sync")
    @Consumes(MediaType.WILDCARD)
    public Response sync(@PathParam("id") String id) {
        PaymentId payment = own(id);
        syncPayment.sync(payment, "storefront", deployment.readTimeout());
        return view(payment).answer(Response.Status.OK).build();
    }

    private PaymentId own(String id) {
        PaymentId wanted = new PaymentId(id);
        Locale ofPayment = transactions
                .call(() -> payments.find(caller.store().id(), caller.mode(), wanted)
                        .map(Payment::locale))
                .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND));
        language.ofPayment(ofPayment);
        return wanted;
    }

    private ShownPayment view(PaymentId id) {
        return transactions.call(() -> shown(payments.find(id).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND))));
    }

    private ShownPayment shown(Payment payment) {
        Locale reader = Languages.fromHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse(payment.locale());
        return new ShownPayment(views.of(payment, reader), reader);
    }
}
