/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.qr;

import dev.saphan.payment.AttemptId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Base64;

/** The picture of an attempt's QR code, fetched once from Omise. */
@Entity
@Table(name = "qr_image")
public class QrImage {

    @Id
    @Column(name = "attempt_id")
    private String attemptId;

    @Column(name = "content_type")
    private String contentType;

    @Column(name = "image_base64")
    private String imageBase64;

    protected QrImage() {}

    QrImage(AttemptId attempt, ImageKind kind, byte[] image) {
        this.attemptId = attempt.value();
        this.contentType = kind.mediaType();
        this.imageBase64 = Base64.getEncoder().encodeToString(image);
    }

    public AttemptId attempt() {
        return new AttemptId(attemptId);
    }

    public ImageKind kind() {
        return ImageKind.ofMediaType(contentType);
    }

    public byte[] bytes() {
        return Base64.getDecoder().decode(imageBase64);
    }
}
