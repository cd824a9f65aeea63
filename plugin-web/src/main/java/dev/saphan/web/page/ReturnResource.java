/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.payment.NoteVisit;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentStatus;
import dev.saphan.payment.SyncPayment;
import dev.saphan.settings.Deployment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the wallet sends the shopper back to, in whatever browser. Omise is asked how it went, for as long as a person
 * waits gladly; a paid order goes back to the storefront, everything else to the payment page, which shows what is
 * known and goes on watching.
 */
@RequestScoped
@Path("/{token}")
public class ReturnResource {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    ShopperPayment shopperPayment;

    @Inject
    NoteVisit noteVisit;

    @Inject
    SyncPayment syncPayment;

    @Inject
    Deployment deployment;

    @PathParam("token")
    String token = "";

    /** Some wallets post; what they post is not read. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response posted() {
        return back();
    }

    @GET
    public Response back() {
        noteVisit.note(shopperPayment.id(token), NoteVisit.Visit.RETURNED);
        Optional<URI> shop = shopperPayment.read(token, ReturnResource::shop);
        if (shop.isEmpty()) {
            syncPayment.sync(shopperPayment.id(token), "return", PATIENCE);
            shop = shopperPayment.read(token, ReturnResource::shop);
        }
        return Response.seeOther(shop.orElseGet(() -> deployment.address("/pay/" + token)))
                .build();
    }

    private static Optional<URI> shop(Payment payment) {
        return payment.status() == PaymentStatus.PAID
                ? Optional.of(BackToShop.address(payment.returnUrl(), payment.id()))
                : Optional.empty();
    }
}
