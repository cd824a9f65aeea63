/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import dev.saphan.past.PastPayment.Attempt;
import dev.saphan.past.PastPayment.Entry;
import dev.saphan.past.PastPayment.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the plugin would have written down about a payment, in its words. */
final class Chronicle {

    private final List<Entry> entries = new ArrayList<>();

    void opened(Instant at, long amount) {
        tell(at, "storefront", "payment.opened", money(amount));
    }

    void tried(Attempt attempt) {
        String charge = attempt.method().code() + " " + attempt.charge();
        tell(
                attempt.created(),
                attempt.cashier().orElse("storefront"),
                "attempt.started",
                attempt.method().code());
        if (attempt.method().flow().equals("REDIRECT")) {
            attempt.settled().ifPresent(at -> wentToTheWallet(attempt, at));
        }
        tell(attempt.created().plusMillis(380), "omise", "attempt.pending", charge);
        attempt.settled()
                .ifPresent(at -> tell(
                        at,
                        "webhook",
                        "attempt." + small(attempt.status()),
                        attempt.failure().map(code -> charge + " " + code).orElse(charge)));
    }

    private void wentToTheWallet(Attempt attempt, Instant settled) {
        tell(attempt.created().plusMillis(1_300), "shopper", "shopper.opened", "");
        tell(
                attempt.created().plusMillis(2_100),
                "shopper",
                "shopper.redirected",
                attempt.method().code());
        if (attempt.isSuccessful()) {
            tell(settled.minusMillis(40), "shopper", "shopper.returned", "");
        }
    }

    void paid(Instant at, Attempt attempt, long amount) {
        tell(
                at,
                "saphan",
                "payment.paid",
                money(amount) + " by " + attempt.method().code());
    }

    void closed(Instant at, String reason) {
        tell(at, "saphan", "payment.closed", small(reason));
    }

    void refunded(Refund refund) {
        tell(refund.created(), refund.by(), "refund.requested", money(refund.amount()) + " " + refund.reason());
        tell(
                refund.created().plusMillis(600),
                "omise",
                refund.isSucceeded() ? "refund.succeeded" : "refund.failed",
                money(refund.amount()));
    }

    void raised(Instant at, String attention) {
        tell(at, "saphan", "attention." + small(attention), "");
    }

    void settled(Instant at, String attention) {
        tell(at, "admin", "attention.settled", small(attention));
    }

    /** Oldest first. */
    List<Entry> entries() {
        return entries.stream().sorted(Comparator.comparing(Entry::at)).toList();
    }

    private void tell(Instant at, String actor, String kind, String detail) {
        entries.add(new Entry(at, actor, kind, detail));
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String money(long amount) {
        return "THB " + BigDecimal.valueOf(amount, 2).toPlainString();
    }
}
