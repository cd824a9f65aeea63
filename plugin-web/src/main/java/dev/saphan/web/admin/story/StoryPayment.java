/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import dev.saphan.settings.AccountKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The payment that a story is about, and which attempt of it a line belongs to. */
record StoryPayment(Payment payment, ZoneId zone) {

    String id() {
        return payment.id().value();
    }

    AccountKey account() {
        return new AccountKey(payment.store(), payment.mode());
    }

    List<String> charges() {
        return payment.attempts().stream()
                .flatMap(attempt -> attempt.chargeId().stream())
                .toList();
    }

    /** Attempts and charges. */
    List<String> subjects() {
        return payment.attempts().stream()
                .flatMap(attempt -> Stream.concat(Stream.of(attempt.id().value()), attempt.chargeId().stream()))
                .toList();
    }

    /** The number of the attempt with that id or charge; 0 if it is none of this payment's. */
    int attemptOf(String subject) {
        return payment.attempts().stream()
                .filter(attempt -> attempt.id().value().equals(subject)
                        || attempt.chargeId().filter(subject::equals).isPresent())
                .mapToInt(Attempt::number)
                .findFirst()
                .orElse(0);
    }

    /** The number of the attempt that was the last at that time; 0 if there was none. */
    int attemptAt(Instant time) {
        return payment.attempts().stream()
                .filter(attempt -> !attempt.createdAt().isAfter(time))
                .max(Comparator.comparing(Attempt::number))
                .map(Attempt::number)
                .orElse(0);
    }
}
