/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderpage;

import dev.saphan.store.checkout.PayOrder;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.Orders;
import dev.saphan.store.page.Pages;
import dev.saphan.store.payment.CancelOrder;
import dev.saphan.store.payment.Choice;
import dev.saphan.store.payment.HeardPayments;
import dev.saphan.store.payment.Offers;
import dev.saphan.store.payment.PaymentStarts;
import dev.saphan.store.payment.RefreshPayment;
import dev.saphan.store.visitor.Cookies;
import dev.saphan.store.visitor.Visitor;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order page, known only to whoever has its link. It outlives every browser session and every wallet app. */
@Path("/orders/{token}")
public class OrderResource {

    private final Orders orders;
    private final HeardPayments heard;
    private final PaymentStarts starts;
    private final OrderRefunds refunds;
    private final Offers offers;
    private final PayOrder payOrder;
    private final CancelOrder cancelOrder;
    private final RefreshPayment refreshPayment;
    private final Pages pages;

    @Inject
    OrderResource(
            Orders orders,
            HeardPayments heard,
            PaymentStarts starts,
            OrderRefunds refunds,
            Offers offers,
            PayOrder payOrder,
            CancelOrder cancelOrder,
            RefreshPayment refreshPayment,
            Pages pages) {
        this.orders = orders;
        this.heard = heard;
        this.starts = starts;
        this.refunds = refunds;
        this.offers = offers;
        this.payOrder = payOrder;
        this.cancelOrder = cancelOrder;
        this.refreshPayment = refreshPayment;
        this.pages = pages;
    }

    @GET
    public Response show(@PathParam("token") String token, @Context HttpHeaders headers) {
        return pages.show(Visitor.of(headers), "order", Map.of("view", view(order(token))));
    }

    /** What the page asks every few seconds while something may still change. */
    @GET
    @Path("state")
    @Produces(MediaType.APPLICATION_JSON)
    public String state(@PathParam("token") String token) {
        refreshPayment.unlessFresh(order(token));
        OrderView view = view(order(token));
        return Json.createObjectBuilder()
                .add("state", view.stateKey())
                .add("mark", view.mark())
                .add("mayChange", view.mayChange())
                .build()
                .toString();
    }

    /** The plugin sends the shopper back here. The address tells nothing about the outcome: the store asks. */
    @GET
    @Path("returned")
    public Response returned(@PathParam("token") String token) {
        Order order = order(token);
        refreshPayment.now(order);
        return payOrder.page(order);
    }

    @GET
    @Path("pay")
    public Response otherWays(@PathParam("token") String token, @Context HttpHeaders headers) {
        Order order = order(token);
        if (!order.awaitingPayment()) {
            return payOrder.page(order);
        }
        Visitor visitor = Visitor.of(headers);
        var menu = offers.of(order.total(), order.region(), visitor.language());
        return pages.show(visitor, "pay", Map.of("order", order, "menu", menu));
    }

    @POST
    @Path("pay")
    public Response pay(
            @PathParam("token") String token, @FormParam("pay") @Nullable String pay, @Context HttpHeaders headers) {
        Choice choice = Choice.of(pay, Visitor.of(headers).language(), headers.getHeaderString(HttpHeaders.USER_AGENT));
        return payOrder.pay(order(token), choice);
    }

    @POST
    @Path("resume")
    public Response resume(@PathParam("token") String token) {
        return payOrder.resume(order(token));
    }

    @POST
    @Path("cancel")
    public Response cancel(@PathParam("token") String token) {
        Order order = order(token);
        String outcome = "cancel_" + cancelOrder.cancel(order).name().toLowerCase(Locale.ROOT);
        return Response.fromResponse(payOrder.page(order))
                .cookie(Cookies.notice(outcome))
                .build();
    }

    private Order order(String token) {
        return orders.byToken(token).orElseThrow(NotFoundException::new);
    }

    private OrderView view(Order order) {
        return OrderView.of(order, heard.current(order), starts.latest(order), refunds.givenBack(order));
    }
}
