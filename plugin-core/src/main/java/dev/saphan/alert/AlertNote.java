/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.settings.Deployment;
import java.time.Instant;
import java.util.Optional;

/**
 * What an alert tells outside of the back office: that there is something, and where to look. No amount, no name, no
 * word of anybody else's.
 *
 * @param id the same however often it is sent
 * @param what names its texts
 * @param store the store's name; empty for the installation
 * @param address of the page to look at
 */
record AlertNote(String id, String kind, String what, Optional<String> store, String address, Instant raisedAt) {

    /** Kind and text of one that only tries the way. */
    static final String TEST = "test";

    static AlertNote of(Alert alert, Optional<String> store, Deployment deployment) {
        boolean aboutPayment = alert.kind() == AlertKind.PAYMENT_ATTENTION;
        String subject = alert.subject();
        int colon = subject.indexOf(':');
        return new AlertNote(
                alert.id(),
                alert.kind().code(),
                aboutPayment ? subject.substring(colon + 1) : alert.kind().code(),
                store,
                deployment
                        .address(
                                aboutPayment
                                        ? "/admin/payment.xhtml?id=" + subject.substring(0, colon)
                                        : "/admin/attention.xhtml")
                        .toString(),
                alert.raisedAt());
    }

    static AlertNote test(String id, String store, Deployment deployment, Instant now) {
        return new AlertNote(
                id,
                TEST,
                TEST,
                Optional.of(store),
                deployment.address("/admin/attention.xhtml").toString(),
                now);
    }
}
