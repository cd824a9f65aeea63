/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.qr.FetchQrImage.Result;
import dev.saphan.qr.QrImage;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers with the picture of a QR code. An SVG that is opened by itself can do nothing: it is a document in a sandbox. */
public final class QrPicture {

    private QrPicture() {}

    public static Response of(Result result) {
        if (result instanceof Result.Found found) {
            QrImage image = found.image();
            return Response.ok(image.bytes(), image.kind().mediaType())
                    .header(ContentPolicy.HEADER, "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                    .build();
        }
        return Response.status(result instanceof Result.Gone ? Response.Status.GONE : Response.Status.BAD_GATEWAY)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("")
                .build();
    }
}
