/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSilenceTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** A charge a minute from the start on, each heard of after five minutes. */
    private final List<Wait> waits = new ArrayList<>();

    private final List<Instant> webhooks = new ArrayList<>();

    @Test
    void isUsualWhileWebhooksCome() {
        busy(40);

        assertThat(reckon(at(43)).isUnusual()).isFalse();
        assertThat(reckon(at(43)).usual()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void isUnusualWhenChargesWaitInVain() {
        busy(40);
        waits.add(new Wait(at(40), at(100)));

        assertThat(reckon(at(60)).waited()).isEqualTo(Duration.ofMinutes(20));
        assertThat(reckon(at(60)).isUnusual()).isTrue();
        assertThat(reckon(at(50)).isUnusual()).as("ten minutes are nothing").isFalse();
    }

    @Test
    void isUsualWhenNobodyBuys() {
        busy(40);

        assertThat(reckon(at(4_000)).waited()).isLessThan(WebhookSilence.NEGLIGIBLE);
        assertThat(reckon(at(4_000)).isUnusual()).isFalse();
    }

    @Test
    void chargesThatWereLookedUpMeanwhileCountToo() {
        busy(40);
        for (int minute = 50; minute < 500; minute += 10) {
            waits.add(new Wait(at(minute), at(minute + 3)));
        }

        assertThat(reckon(at(500)).isUnusual()).isTrue();
    }

    @Test
    void chargesThatWaitTogetherCountOnce() {
        busy(40);
        for (int i = 0; i < 10; i++) {
            waits.add(new Wait(at(100), at(103)));
        }

        assertThat(reckon(at(200)).waited()).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void aStoreWhereEachTakesLongIsNotCalledSilentSoon() {
        for (int i = 0; i <= 25; i++) {
            waits.add(new Wait(at(i * 60), at(i * 60 + 50)));
            webhooks.add(at(i * 60 + 50));
        }
        waits.add(new Wait(at(1_560), at(9_999)));

        assertThat(reckon(at(1_620)).isUnusual()).isFalse();
        assertThat(reckon(at(1_680)).isUnusual()).isTrue();
    }

    @Test
    void tooFewTellNothing() {
        busy(15);

        assertThat(WebhookSilence.reckon(webhooks, waits, at(900))).isEmpty();
    }

    private void busy(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            waits.add(new Wait(at(minute), at(minute + 5)));
            webhooks.add(at(minute + 1));
        }
    }

    private WebhookSilence reckon(Instant now) {
        return WebhookSilence.reckon(webhooks, waits, now).orElseThrow();
    }

    private static Instant at(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
