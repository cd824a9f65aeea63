/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import dev.saphan.past.PastPayment.Attempt;
import dev.saphan.past.PastPayment.Refund;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that Omise told about a payment.
 *
 * @param id Omise's; follows from that of what it is about
 * @param key in Omise's words
 * @param subject the charge or refund that it is about
 * @param status of the subject, in Omise's words
 * @param made by Omise's clock, which has whole seconds
 * @param arrived by ours
 */
public record PastEvent(
        String id,
        String key,
        Attempt attempt,
        String subject,
        long amount,
        String status,
        Instant made,
        Instant arrived) {

    private static final int PREFIX = "chrg_test_".length();

    /** In the order in which they arrived. */
    public static List<PastEvent> of(PastPayment payment) {
        List<PastEvent> events = new ArrayList<>();
        for (Attempt attempt : payment.attempts()) {
            events.add(ofCharge(
                    payment,
                    attempt,
                    "charge.create",
                    "pending",
                    attempt.created().plusMillis(880)));
            attempt.settled()
                    .ifPresent(settled -> events.add(ofCharge(
                            payment,
                            attempt,
                            attempt.status().equals("EXPIRED") ? "charge.expire" : "charge.complete",
                            attempt.status().toLowerCase(Locale.ROOT),
                            settled.minusMillis(60))));
        }
        payment.refunds().stream()
                .filter(Refund::isSucceeded)
                .map(PastEvent::ofRefund)
                .forEach(events::add);
        return events;
    }

    private static PastEvent ofCharge(
            PastPayment payment, Attempt attempt, String key, String status, Instant arrived) {
        String letter = status.equals("pending") ? "c" : "d";
        return new PastEvent(
                id(letter, attempt.charge()),
                key,
                attempt,
                attempt.charge(),
                payment.amount(),
                status,
                wholeSecondBefore(arrived),
                arrived);
    }

    private static PastEvent ofRefund(Refund refund) {
        String id = refund.gatewayId().orElseThrow();
        Instant arrived = refund.created().plusMillis(1_400);
        return new PastEvent(
                id("r", id),
                "refund.create",
                refund.attempt(),
                id,
                refund.amount(),
                "closed",
                wholeSecondBefore(arrived),
                arrived);
    }

    /** Webhooks come within a second or two. */
    private static Instant wholeSecondBefore(Instant arrived) {
        return arrived.minusMillis(700).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String id(String letter, String subject) {
        return "evnt_test_" + letter + subject.substring(PREFIX + 1);
    }
}
