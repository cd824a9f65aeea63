/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the plugin knows: rows of its tables. Amounts in minor units. */
public record PaymentBook(
        List<Payment> payments, List<Attempt> attempts, List<Refund> refunds, List<Command> commands, List<Work> work) {

    /**
     * @param paidBy the attempt; empty while not paid
     * @param closing it is to be closed as soon as Omise has said what became of the attempt under way
     * @param attention what a person is shown, as in the API, separated by commas
     */
    public record Payment(
            String id,
            String order,
            String status,
            long amount,
            String currency,
            long refunded,
            String paidBy,
            boolean closing,
            String attention) {

        boolean isPaid() {
            return status.equals("paid");
        }

        boolean shows(String kind) {
            return List.of(attention.split(",")).contains(kind);
        }
    }

    /** @param status as in the table, in small letters */
    public record Attempt(String id, String payment, String status, String charge) {
        boolean isSettled() {
            return !List.of("creating", "unknown", "pending").contains(status);
        }
    }

    /** @param key the idempotency key of the request; empty if it was made at Omise */
    public record Refund(
            String id,
            String payment,
            String attempt,
            String gatewayId,
            String key,
            long amount,
            String currency,
            String status) {
        boolean isSucceeded() {
            return status.equals("succeeded");
        }
    }

    /** Something that the store is to be told. */
    public record Command(String id, String subject, String type, String status) {}

    /** A job that is still to be done, or a webhook that was not looked at. */
    public record Work(String kind, String subject) {}

    Map<String, Payment> paymentsById() {
        return payments.stream().collect(Collectors.toMap(Payment::id, Function.identity()));
    }

    Map<String, Attempt> attemptsById() {
        return attempts.stream().collect(Collectors.toMap(Attempt::id, Function.identity()));
    }

    Optional<Attempt> attemptOf(OmiseBook.Charge charge) {
        return attempts.stream()
                .filter(attempt -> attempt.charge().equals(charge.id()))
                .findFirst();
    }

    static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
