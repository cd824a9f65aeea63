/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.secret.Digests;
import dev.saphan.secret.RandomToken;
import dev.saphan.secret.Seal;

/**
 * The unguessable part of a payment's page address. Looked up by its hash; kept sealed besides, because every answer of
 * the API tells the address again.
 */
record PageToken(String hash, String sealed) {

    static PageToken next(PaymentId payment, Seal seal) {
        String token = RandomToken.next();
        return new PageToken(Digests.sha256(token), seal.close(token, payment.value()));
    }
}
