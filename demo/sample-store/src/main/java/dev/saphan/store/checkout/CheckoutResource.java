/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.checkout;

import dev.saphan.store.cart.Cart;
import dev.saphan.store.cart.Carts;
import dev.saphan.store.catalogue.OutOfStockException;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.PlaceOrder;
import dev.saphan.store.page.Pages;
import dev.saphan.store.payment.Choice;
import dev.saphan.store.payment.Offers;
import dev.saphan.store.secret.RandomToken;
import dev.saphan.store.visitor.Cookies;
import dev.saphan.store.visitor.Visitor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** The checkout: who, how to pay, and the button. */
@Path("/checkout")
public class CheckoutResource {

    private final Carts carts;
    private final Offers offers;
    private final PlaceOrder placeOrder;
    private final PayOrder payOrder;
    private final Pages pages;

    @Inject
    CheckoutResource(Carts carts, Offers offers, PlaceOrder placeOrder, PayOrder payOrder, Pages pages) {
        this.carts = carts;
        this.offers = offers;
        this.placeOrder = placeOrder;
        this.payOrder = payOrder;
        this.pages = pages;
    }

    @GET
    public Response show(@Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(headers);
        Cart cart = carts.of(visitor);
        if (cart.empty() || !cart.available()) {
            return Response.seeOther(URI.create("/cart")).build();
        }
        return draw(Response.Status.OK, visitor, cart, CheckoutForm.empty(RandomToken.create()));
    }

    /** First the order, safely stored; only then is anybody asked for money. */
    @POST
    public Response place(@BeanParam CheckoutFields fields, @Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(headers);
        CheckoutForm form = fields.form();
        Optional<Order> placedBefore = placeOrder.alreadyPlaced(form.checkoutKey());
        if (placedBefore.isPresent()) {
            return payOrder.page(placedBefore.get());
        }
        Cart cart = carts.of(visitor);
        if (cart.empty() || !form.hasKey()) {
            return Response.seeOther(URI.create("/cart")).build();
        }
        if (!form.mistakes().isEmpty()) {
            return draw(Response.Status.BAD_REQUEST, visitor, cart, form);
        }
        try {
            Order order = placeOrder.place(visitor, cart, form.shopper(visitor.region()), form.checkoutKey());
            return Response.fromResponse(payOrder.pay(order, choice(form, visitor, headers)))
                    .cookie(Cookies.order(order.token()))
                    .build();
        } catch (JdbiException e) {
            return placeOrder
                    .alreadyPlaced(form.checkoutKey())
                    .map(payOrder::page)
                    .orElseThrow(() -> e);
        } catch (OutOfStockException e) {
            return Response.seeOther(URI.create("/cart"))
                    .cookie(Cookies.notice("sold_meanwhile"))
                    .build();
        }
    }

    private static Choice choice(CheckoutForm form, Visitor visitor, HttpHeaders headers) {
        return Choice.of(form.pay(), visitor.language(), headers.getHeaderString(HttpHeaders.USER_AGENT));
    }

    private Response draw(Response.Status status, Visitor visitor, Cart cart, CheckoutForm form) {
        boolean submitted = status == Response.Status.BAD_REQUEST;
        return pages.show(
                status,
                visitor,
                "checkout",
                Map.of(
                        "cart",
                        cart,
                        "menu",
                        offers.of(cart.total(), visitor.region(), visitor.language()),
                        "form",
                        form,
                        "mistakes",
                        submitted ? form.mistakes() : Map.of()));
    }
}
