/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.json.Wire;
import dev.saphan.method.PaymentDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Personal data of a payment, apart from the books so that it can be erased. */
@Entity
@Table(name = "payment_details")
class StoredDetails {

    @Id
    @Column(name = "payment_id")
    private String paymentId;

    private String body;

    protected StoredDetails() {}

    StoredDetails(PaymentId payment, PaymentDetails details) {
        this.paymentId = payment.value();
        this.body = Wire.write(details);
    }

    void replaceWith(PaymentDetails details) {
        body = Wire.write(details);
    }

    PaymentDetails details() {
        return Wire.jsonb().fromJson(body, PaymentDetails.class);
    }
}
