/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.qr;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;

/** A code is paid or expires within days. */
@Wired
class QrImageRetention {

    @Produces
    Perishable perishable(Deployment deployment) {
        return new Perishable(
                "pictures of QR codes",
                QrImage.class,
                "attemptId",
                "e.attemptId in (select a.id from Attempt a where a.createdAt < :before)",
                deployment.retention().qrImages());
    }
}
