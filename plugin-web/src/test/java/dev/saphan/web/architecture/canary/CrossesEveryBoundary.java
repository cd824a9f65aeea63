/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.architecture.canary;

import dev.saphan.payment.Payment;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

@Path("canary")
class CrossesEveryBoundary {

    final double price = LocalDate.now(ZoneOffset.UTC).getDayOfYear();

    List<Payment> everything(EntityManager rows) {
        return rows.createQuery("select p from Payment p", Payment.class).getResultList();
    }
}
