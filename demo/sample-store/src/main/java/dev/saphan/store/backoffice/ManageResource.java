/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.backoffice;

import dev.saphan.store.catalogue.Products;
import dev.saphan.store.page.Pages;
import dev.saphan.store.visitor.Visitor;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The shopkeeper's pages. This is a demo and has no login here; a real store would. */
@Path("/manage")
public class ManageResource {

    private static final int ON_A_PAGE = 100;
    private static final int LARGEST_DELIVERY = 10_000;

    private final Books books;
    private final Products products;
    private final Pages pages;

    @Inject
    ManageResource(Books books, Products products, Pages pages) {
        this.books = books;
        this.products = products;
        this.pages = pages;
    }

    @GET
    public Response show(@Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(headers);
        Map<String, Object> model = new HashMap<>();
        model.put("entries", books.newest(ON_A_PAGE));
        model.put("products", products.all(visitor.language(), visitor.region()));
        model.put("conflicts", books.conflicts());
        model.put("announced", books.methodsAnnounced().orElse(null));
        return pages.show(visitor, "manage", model);
    }

    @POST
    @Path("stock")
    public Response restock(
            @FormParam("product") @DefaultValue("") String slug,
            @FormParam("quantity") @DefaultValue("0") int quantity) {
        products.restock(slug, Math.max(0, Math.min(quantity, LARGEST_DELIVERY)));
        return Response.seeOther(URI.create("/manage#stock")).build();
    }

    @GET
    @Path("books.json")
    @Produces(MediaType.APPLICATION_JSON)
    public String json() {
        return BooksJson.of(books.newest(Integer.MAX_VALUE));
    }
}
