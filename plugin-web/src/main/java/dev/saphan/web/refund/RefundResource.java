/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.refund;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.refund.QuoteRefund;
import dev.saphan.refund.RefundId;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RefundView;
import dev.saphan.refund.Refunds;
import dev.saphan.refund.RequestRefund;
import dev.saphan.web.caller.Caller;
import dev.saphan.web.json.JsonBody;
import dev.saphan.web.payment.IdempotencyHeader;
import dev.saphan.web.problem.AnswerLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Refunds of a payment, for storefronts. */
@RequestScoped
@Path("/v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RefundResource {

    private static final int LONGEST_REASON = 500;

    @Inject
    Caller caller;

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    QuoteRefund quoteRefund;

    @Inject
    RequestRefund requestRefund;

    @Inject
    Transactions transactions;

    @Inject
    AnswerLanguage language;

    @Context
    HttpHeaders headers;

    @GET
    @Path("/{id}/refund-quote")
    public RefundQuoteView quote(@PathParam("id") String id) {
        return transactions.call(() -> RefundQuoteView.of(quoteRefund.quote(own(id)), headers));
    }

    @GET
    @Path("/{id}/refunds")
    public Response list(@PathParam("id") String id) {
        List<RefundView> all = transactions.call(() -> {
            Payment payment = own(id);
            return refunds.of(payment.id()).stream()
                    .map(refund -> RefundView.of(payment, refund))
                    .toList();
        });
        return Response.ok(Map.of("refunds", all)).build();
    }

    @POST
    @Path("/{id}/refunds")
    public Response request(@PathParam("id") String id, InputStream stream) {
        PaymentId payment = transactions.call(() -> own(id).id());
        String idempotencyKey = IdempotencyHeader.required(headers);
        JsonBody body = JsonBody.read(stream);
        Money expected = body.fields()
                .object("expectedRemaining")
                .orElseThrow(() -> Problem.inField(ErrorCode.MISSING_FIELD, "expectedRemaining"))
                .asMoney();
        RefundId refund = requestRefund
                .request(new RequestRefund.Request(
                        payment,
                        new IdempotencyKey(
                                caller.store().id(),
                                caller.mode(),
                                "POST /payments/" + id + "/refunds",
                                idempotencyKey,
                                body.contentHash(),
                                body.bytesHash()),
                        body.money("amount"),
                        expected,
                        body.text("reason", LONGEST_REASON).orElse("Requested by the shop"),
                        RefundOrigin.API,
                        "storefront"))
                .refund();
        return Response.status(Response.Status.CREATED)
                .entity(transactions.call(
                        () -> RefundView.of(own(id), refunds.find(refund).orElseThrow())))
                .build();
    }

    private Payment own(String id) {
        Payment payment = payments.find(caller.store().id(), caller.mode(), new PaymentId(id))
                .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND));
        language.ofPayment(payment.locale());
        return payment;
    }
}
