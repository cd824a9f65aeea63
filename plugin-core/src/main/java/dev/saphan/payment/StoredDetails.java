/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.json.Wire;
import dev.saphan.method.PaymentDetails;
import dev.saphan.secret.Seal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Personal data of a payment, sealed, and apart from the books so that it can be erased. */
@Entity
@Table(name = "payment_details")
class StoredDetails {

    @Id
    @Column(name = "payment_id")
    private String paymentId;

    private String body;

    protected StoredDetails() {}

    StoredDetails(PaymentId payment, PaymentDetails details, Seal seal) {
        this.paymentId = payment.value();
        this.body = sealed(details, paymentId, seal);
    }

    void replaceWith(PaymentDetails details, Seal seal) {
        body = sealed(details, paymentId, seal);
    }

    /** What was entered before they were sealed begins as no sealed text does. */
    PaymentDetails details(Seal seal) {
        String json = body.startsWith("{") ? body : seal.open(body, paymentId);
        return Wire.jsonb().fromJson(json, PaymentDetails.class);
    }

    private static String sealed(PaymentDetails details, String paymentId, Seal seal) {
        return seal.close(Wire.write(details), paymentId);
    }
}
