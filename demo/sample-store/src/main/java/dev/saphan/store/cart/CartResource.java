/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.cart;

import dev.saphan.store.catalogue.Product;
import dev.saphan.store.catalogue.Products;
import dev.saphan.store.page.Pages;
import dev.saphan.store.secret.RandomToken;
import dev.saphan.store.visitor.Cookies;
import dev.saphan.store.visitor.Visitor;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** The cart page and the two things one does to a cart. */
@Path("/cart")
public class CartResource {

    private static final URI CART = URI.create("/cart");

    private final Carts carts;
    private final Products products;
    private final Pages pages;

    @Inject
    CartResource(Carts carts, Products products, Pages pages) {
        this.carts = carts;
        this.products = products;
        this.pages = pages;
    }

    @GET
    public Response show(@Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(headers);
        return pages.show(visitor, "cart", Map.of("cart", carts.of(visitor)));
    }

    @POST
    public Response add(
            @FormParam("product") @DefaultValue("") String slug,
            @FormParam("quantity") @DefaultValue("1") int quantity,
            @Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(headers);
        String cart = visitor.cartId().orElseGet(RandomToken::create);
        carts.add(cart, product(slug, visitor), Math.max(1, Math.min(quantity, Carts.MOST)));
        return Response.seeOther(CART).cookie(Cookies.cart(cart)).build();
    }

    @POST
    @Path("{slug}")
    public Response change(
            @PathParam("slug") String slug,
            @FormParam("quantity") @DefaultValue("0") int quantity,
            @Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(headers);
        visitor.cartId().ifPresent(cart -> carts.set(cart, product(slug, visitor), quantity));
        return Response.seeOther(CART).build();
    }

    private Product product(String slug, Visitor visitor) {
        return products.find(slug, visitor.language(), visitor.region()).orElseThrow(NotFoundException::new);
    }
}
