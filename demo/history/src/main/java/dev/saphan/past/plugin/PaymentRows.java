/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past.plugin;

import dev.saphan.past.PastPayment;
import dev.saphan.past.PastPayment.Attempt;
import dev.saphan.past.PastPayment.Entry;
import dev.saphan.past.PastPayment.Refund;
import dev.saphan.secret.Digests;
import dev.saphan.secret.Seal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One payment as the plugin would have written it. */
final class PaymentRows {

    /** Ours for Omise's. */
    private static final Map<String, String> FAILURES = Map.of(
            "insufficient_fund", "INSUFFICIENT_FUNDS",
            "insufficient_balance", "INSUFFICIENT_FUNDS",
            "payment_rejected", "REJECTED",
            "payment_cancelled", "CANCELLED",
            "failed_processing", "PROCESSING_ERROR");

    private final String store;
    private final String account;
    private final String returnUrl;
    private final Seal seal;
    private final Rows rows;
    private final MessageRows messages;

    PaymentRows(String store, String returnUrl, Seal seal, Rows rows) {
        this.store = store;
        this.account = store + ":test";
        this.returnUrl = returnUrl;
        this.seal = seal;
        this.rows = rows;
        this.messages = new MessageRows(store, seal, rows);
    }

    void add(PastPayment payment) {
        addPayment(payment);
        payment.attempts().forEach(attempt -> add(payment, attempt));
        payment.refunds().forEach(refund -> add(payment, refund));
        int line = 0;
        for (Entry entry : payment.story()) {
            add(payment, entry, line);
            line++;
        }
        payment.attention().forEach(kind -> add(payment, kind));
    }

    private void addPayment(PastPayment payment) {
        rows.add(
                PluginTables.PAYMENT,
                payment.id(),
                payment.steps(),
                store,
                "TEST",
                payment.order(),
                payment.status().equals("CLOSED") ? null : payment.order(),
                payment.status(),
                payment.closedReason().orElse(null),
                payment.amount(),
                "THB",
                payment.refunded(),
                payment.method().code(),
                payment.method().channel(),
                payment.inThai() ? "th" : "en",
                returnUrl,
                Digests.sha256(payment.token()),
                seal.close(payment.token(), payment.id()),
                "{\"basket\":\"" + payment.description() + "\"}",
                payment.paidBy().map(Attempt::id).orElse(null),
                payment.steps(),
                payment.created(),
                payment.changed(),
                payment.paid().orElse(null),
                payment.closes());
    }

    private void add(PastPayment payment, Attempt attempt) {
        rows.add(
                PluginTables.ATTEMPT,
                attempt.id(),
                payment.id(),
                attempt.number(),
                account,
                attempt.method().code(),
                attempt.method().flow(),
                attempt.status(),
                attempt.charge(),
                failure(attempt),
                attempt.failure().orElse(null),
                attempt.isSuccessful(),
                attempt.method().inParts(),
                false,
                attempt.created(),
                attempt.expires(),
                attempt.settled().orElse(null),
                attempt.settled().orElse(attempt.created()),
                attempt.cashier().orElse(null));
    }

    private static @Nullable String failure(Attempt attempt) {
        return attempt.status().equals("EXPIRED")
                ? "EXPIRED"
                : attempt.failure().map(FAILURES::get).orElse(null);
    }

    private void add(PastPayment payment, Refund refund) {
        rows.add(
                PluginTables.REFUND,
                refund.id(),
                payment.id(),
                refund.attempt().id(),
                account,
                refund.gatewayId().orElse(null),
                refund.amount(),
                "THB",
                refund.status(),
                true,
                refund.voided(),
                refund.reason(),
                refund.origin(),
                refund.by(),
                null,
                refund.created());
    }

    /** The last letters of the payment's id are its chance part: unique with the number of the line. */
    private void add(PastPayment payment, Entry entry, int line) {
        rows.add(
                PluginTables.HISTORY,
                "his" + payment.id().substring(3) + String.format(Locale.ROOT, "%02d", line),
                payment.id(),
                entry.at(),
                entry.actor(),
                entry.kind(),
                entry.detail().isEmpty() ? null : entry.detail());
    }

    private void add(PastPayment payment, String kind) {
        String subject = payment.id() + ":" + kind.toLowerCase(Locale.ROOT);
        rows.add(PluginTables.ATTENTION, payment.id(), kind);
        rows.add(
                PluginTables.ALERT,
                "alr" + payment.id().substring(3),
                0L,
                store,
                "PAYMENT_ATTENTION",
                subject,
                "",
                1,
                store + " PAYMENT_ATTENTION " + subject,
                payment.changed(),
                payment.changed());
    }

    /** What went to and fro about it. */
    void addMessages(PastPayment payment) {
        messages.add(payment);
    }

    /** What a plugin goes on with: it watches what waits, and closes it when its time is over. */
    void addWork(PastPayment payment, Instant present) {
        if (!payment.isOpen()) {
            return;
        }
        task("close-payment", payment.id(), payment.closes());
        Optional<Attempt> waiting =
                payment.attempts().stream().filter(Attempt::isPending).findFirst();
        waiting.ifPresent(attempt -> task("watch-attempt", attempt.id(), present.plusSeconds(60)));
    }

    private void task(String job, String subject, Instant due) {
        rows.add(PluginTables.TASK, job, subject, due, false, 0, 1L);
    }
}
