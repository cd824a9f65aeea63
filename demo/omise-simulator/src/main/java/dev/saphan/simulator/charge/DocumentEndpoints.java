/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.account.Keys;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Page;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.picture.Barcodes;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The QR image of a charge. The download needs no key: its address is unguessable. */
public final class DocumentEndpoints {

    private final Charges charges;
    private final URI publicUrl;
    private final Clock clock;

    public DocumentEndpoints(Charges charges, URI publicUrl, Clock clock) {
        this.charges = charges;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    public void addTo(Routes routes, Keys keys) {
        routes.add("GET", "/charges/{id}/documents", keys.secret(this::list));
        routes.add("GET", "/charges/{id}/documents/{document}", keys.secret(this::one));
        routes.add("GET", "/charges/{id}/documents/{document}/downloads/{token}", this::download);
    }

    private Answer list(Account account, Request request) {
        Charge charge = find(account, request);
        List<QrDocument> documents = Stream.ofNullable(charge.qr()).toList();
        return Answer.json(Page.of(request.asked(), clock.instant())
                .list(
                        "/charges/" + charge.id() + "/documents",
                        documents,
                        QrDocument::createdAt,
                        qr -> charges.document(charge, qr)));
    }

    private Answer one(Account account, Request request) {
        Charge charge = find(account, request);
        return Answer.json(charges.document(charge, qr(charge, request)));
    }

    private Answer download(Request request) {
        Charge charge =
                charges.find(request.part("id")).orElseThrow(() -> ApiError.notFound("charge", request.part("id")));
        QrDocument qr = qr(charge, request);
        if (!qr.token().equals(request.part("token"))) {
            throw ApiError.notFound("download", request.part("token"));
        }
        String contentType = qr.imageType().equals("jpg") ? "image/jpeg" : "image/png";
        byte[] image = Barcodes.qr(publicUrl + "/wallet/pay/" + charge.payment(), qr.imageType());
        return Answer.bytes(contentType, image)
                .with("Content-Disposition", "inline; filename=\"" + qr.filename() + "\"");
    }

    private static QrDocument qr(Charge charge, Request request) {
        String id = request.part("document");
        return Stream.ofNullable(charge.qr())
                .filter(qr -> qr.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("document", id));
    }

    private Charge find(Account account, Request request) {
        String id = request.part("id");
        return charges.find(id)
                .filter(charge -> charge.account().equals(account.id()))
                .orElseThrow(() -> ApiError.notFound("charge", id));
    }
}
