/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Made up, but not at random. */
class PastTest {

    private static final Instant PRESENT = Instant.parse("2026-03-31T13:00:00Z");

    private final List<PastPayment> payments =
            new Past(1, 20_000, 120, PRESENT).payments().toList();

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(new Past(1, 20_000, 120, PRESENT).payment(777)).isEqualTo(payments.get(777));
        assertThat(new Past(2, 20_000, 120, PRESENT).payment(777)).isNotEqualTo(payments.get(777));
    }

    @Test
    void goesFromThenToNow() {
        assertThat(payments)
                .allSatisfy(payment -> assertThat(payment.created()).isBefore(PRESENT))
                .allSatisfy(payment -> assertThat(payment.changed()).isBeforeOrEqualTo(PRESENT));
        assertThat(payments.get(0).created()).isBefore(PRESENT.minus(Duration.ofDays(119)));
        assertThat(payments.get(19_999).created()).isAfter(PRESENT.minus(Duration.ofHours(2)));
        assertThat(payments.stream().map(PastPayment::order).distinct()).hasSize(20_000);
    }

    @Test
    void isToldByOmiseUnderIdsOfTheirOwn() {
        List<PastEvent> events = payments.stream()
                .flatMap(payment -> PastEvent.of(payment).stream())
                .toList();

        assertThat(events.stream().map(PastEvent::id).distinct()).hasSameSizeAs(events);
        assertThat(events).allSatisfy(event -> assertThat(event.made()).isBefore(event.arrived()));
    }

    @Test
    void hasSomebodyAtTheTillAndNobodyElsewhere() {
        List<PastPayment.Attempt> attempts = payments.stream()
                .flatMap(payment -> payment.attempts().stream())
                .toList();

        assertThat(attempts.stream()
                        .flatMap(attempt -> attempt.cashier().stream())
                        .distinct())
                .containsExactlyInAnyOrder("cashier", "niran", "ploy");
        assertThat(attempts)
                .allMatch(attempt -> attempt.cashier().isPresent()
                        == attempt.method().channel().equals("COUNTER"));
    }

    @Test
    void hasTheRhythmOfADayAndAWeek() {
        ZoneId zone = ZoneId.of("Asia/Bangkok");
        Map<Integer, Long> hours = payments.stream()
                .collect(Collectors.groupingBy(
                        payment -> payment.created().atZone(zone).getHour(), Collectors.counting()));
        Map<Integer, Long> days = payments.stream()
                .collect(Collectors.groupingBy(
                        payment -> payment.created().atZone(zone).getDayOfWeek().getValue(), Collectors.counting()));

        assertThat(hours.get(20)).isGreaterThan(10 * hours.get(3));
        assertThat(days.get(6)).isGreaterThan(days.get(2) * 115 / 100);
    }

    @Test
    void holdsEverythingThatHappensInAShop() {
        assertThat(payments.stream().map(PastPayment::method).distinct()).hasSize(5);
        assertThat(payments.stream().map(PastPayment::status).distinct())
                .containsExactlyInAnyOrder("OPEN", "PAID", "CLOSED");
        assertThat(payments.stream()
                        .flatMap(payment -> payment.closedReason().stream())
                        .distinct())
                .hasSize(2);
        assertThat(payments.stream()
                        .flatMap(payment -> payment.attempts().stream())
                        .map(PastPayment.Attempt::status)
                        .distinct())
                .containsExactlyInAnyOrder("PENDING", "SUCCESSFUL", "FAILED", "EXPIRED");
        assertThat(payments.stream()
                        .flatMap(payment -> payment.attention().stream())
                        .distinct())
                .containsExactlyInAnyOrder("DUPLICATE_PAYMENT", "REFUND_FAILED");
        assertThat(payments.stream().flatMap(payment -> payment.refunds().stream()))
                .anyMatch(PastPayment.Refund::voided)
                .anyMatch(refund -> !refund.isSucceeded());
        assertThat(payments).anyMatch(payment -> payment.description().contains("ชา"));
        long paid = payments.stream().filter(PastPayment::isPaid).count();
        assertThat(paid).isBetween(17_000L, 18_800L);
    }
}
