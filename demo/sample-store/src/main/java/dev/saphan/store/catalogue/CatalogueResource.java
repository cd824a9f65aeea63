/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.catalogue;

import dev.saphan.store.page.Pages;
import dev.saphan.store.visitor.Visitor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The shelf and each thing on it. */
@Path("/")
public class CatalogueResource {

    private final Products products;
    private final Pages pages;

    @Inject
    CatalogueResource(Products products, Pages pages) {
        this.products = products;
        this.pages = pages;
    }

    @GET
    public Response shelf(@Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(headers);
        List<Product> all = products.all(visitor.language(), visitor.region());
        return pages.show(visitor, "catalogue", Map.of("products", all));
    }

    @GET
    @Path("products/{slug}")
    public Response product(@PathParam("slug") String slug, @Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(headers);
        Product product =
                products.find(slug, visitor.language(), visitor.region()).orElseThrow(NotFoundException::new);
        return pages.show(visitor, "product", Map.of("product", product));
    }
}
