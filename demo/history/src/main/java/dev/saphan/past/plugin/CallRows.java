/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past.plugin;

import dev.saphan.past.PastPayment;
import dev.saphan.past.PastPayment.Attempt;
import dev.saphan.past.PastPayment.Refund;
import java.time.Instant;
import java.util.Locale;

/** What the plugin asked Omise about one payment. */
final class CallRows {

    private final String account;
    private final Rows rows;
    private int number;

    CallRows(String store, Rows rows) {
        this.account = store + ":test";
        this.rows = rows;
    }

    void add(PastPayment payment) {
        payment.attempts().forEach(attempt -> add(payment, attempt));
        payment.refunds().forEach(refund -> add(payment, refund));
    }

    private void add(PastPayment payment, Attempt attempt) {
        call(payment, "CREATE", attempt.id(), "OK", "pending", 380, attempt.created());
        boolean byHand = payment.closedReason().filter("CANCELLED"::equals).isPresent();
        attempt.settled()
                .ifPresent(settled -> call(
                        payment,
                        byHand ? "EXPIRE" : "READ",
                        attempt.charge(),
                        "OK",
                        attempt.status().toLowerCase(Locale.ROOT),
                        45,
                        settled.minusMillis(50)));
    }

    private void add(PastPayment payment, Refund refund) {
        call(
                payment,
                "REFUND",
                refund.attempt().charge(),
                refund.isSucceeded() ? "OK" : "DECLINED",
                refund.gatewayId().orElse("failed_refund"),
                590,
                refund.created().plusMillis(5));
    }

    private void call(
            PastPayment payment,
            String kind,
            String subject,
            String outcome,
            String answer,
            long millis,
            Instant asked) {
        rows.add(
                PluginTables.CALL,
                MessageRows.id("cal", payment, number++),
                account,
                kind,
                subject,
                outcome,
                answer,
                1,
                millis + payment.number() % 37,
                asked,
                asked);
    }
}
