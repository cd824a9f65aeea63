/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;

/** Who the shopper was is needed while something may still happen to the payment; the books do without. */
@Wired
class PersonalDataRetention {

    @Produces
    Perishable perishable(Deployment deployment) {
        return new Perishable(
                "personal data of shoppers",
                StoredDetails.class,
                "paymentId",
                "e.paymentId in (select p.id from Payment p where p.changedAt < :before and p.status <> dev.saphan.payment.PaymentStatus.OPEN)",
                deployment.retention().personalData());
    }
}
