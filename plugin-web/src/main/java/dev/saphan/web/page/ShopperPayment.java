/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.web.refusal.Refused;
import dev.saphan.web.refusal.RefusedRequests;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The payment that a page's address leads to. Whoever has the address may see it and pay it. */
@Wired
class ShopperPayment {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Payments payments;
    private final Transactions transactions;
    private final RefusedRequests refusedRequests;
    private final HttpServletRequest request;

    @Inject
    ShopperPayment(
            Payments payments, Transactions transactions, RefusedRequests refusedRequests, HttpServletRequest request) {
        this.payments = payments;
        this.transactions = transactions;
        this.refusedRequests = refusedRequests;
        this.request = request;
    }

    PaymentId id(String token) {
        return read(token, Payment::id);
    }

    /** @throws Problem if there is none */
    <T> T read(String token, Function<Payment, T> reader) {
        Optional<T> found = TOKEN.matcher(token).matches()
                ? transactions.call(() -> payments.findByToken(token).map(reader))
                : Optional.empty();
        return found.orElseThrow(() -> refusedRequests.guessed(Refused.PAGE_TOKEN, ErrorCode.NOT_FOUND, request, null));
    }
}
