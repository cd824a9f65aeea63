/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.payment.AttemptId;
import dev.saphan.qr.FetchQrImage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The picture of the QR code on the payment page. */
@RequestScoped
@Path("/{token}/qr/{attempt}")
public class QrImageResource {

    @Inject
    ShopperPayment shopperPayment;

    @Inject
    FetchQrImage fetchQrImage;

    @GET
    public Response get(@PathParam("token") String token, @PathParam("attempt") String attempt) {
        return QrPicture.of(fetchQrImage.fetch(shopperPayment.id(token), new AttemptId(attempt)));
    }
}
