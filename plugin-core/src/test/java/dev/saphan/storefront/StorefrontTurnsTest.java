/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.StoreId;
import dev.saphan.storefront.StorefrontTurns.Turn;
import dev.saphan.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A storefront that keeps silent is asked one message at a time, whoever else waits for an answer. */
class StorefrontTurnsTest {

    private static final StoreId SHOP = new StoreId("shop");
    private static final StoreId OTHER = new StoreId("other");
    private static final OrderAnswer NOTHING = new OrderAnswer.RetryLater("HttpTimeoutException");
    private static final OrderAnswer APPLIED = new OrderAnswer.Applied(false);

    private final TestClock clock = new TestClock();
    private final StorefrontTurns turns = new StorefrontTurns(clock);

    @Test
    void asksOneThatAnswersAsOftenAsThereAreThreads() {
        for (int i = 0; i < 100; i++) {
            assertThat(turns.next(SHOP).later()).isEmpty();
        }
    }

    @Test
    void asksNoMoreWhileACallHangs() {
        Turn hanging = turns.next(SHOP);
        clock.forward(Duration.ofSeconds(1));

        assertThat(turns.next(SHOP).later()).contains(Duration.ofMillis(250));
        assertThat(turns.next(SHOP).later()).contains(Duration.ofMillis(500));
        assertThat(turns.next(OTHER).later()).as("another storefront").isEmpty();

        hanging.close();
        assertThat(turns.next(SHOP).later()).as("it was not silent to the end").isEmpty();
    }

    @Test
    void asksOneAtATimeAfterSilenceUntilItAnswers() {
        asked(Duration.ofSeconds(10), NOTHING);

        Turn next = turns.next(SHOP);
        assertThat(next.later()).isEmpty();
        assertThat(turns.next(SHOP).later()).isPresent();

        assertThat(next.heard(APPLIED)).as("speaks again").isTrue();
        assertThat(next.heard(APPLIED)).as("is told once").isFalse();
        next.close();
        assertThat(turns.next(SHOP).later()).isEmpty();
        assertThat(turns.next(SHOP).later()).as("all others too").isEmpty();
    }

    @Test
    void aQuickNoIsNoSilence() {
        asked(Duration.ofMillis(20), NOTHING);
        asked(Duration.ofSeconds(3), APPLIED);

        assertThat(turns.next(SHOP).later()).isEmpty();
        assertThat(turns.next(SHOP).later()).isEmpty();
    }

    @Test
    void spreadsThoseThatWaitOverAMinuteAtMost() {
        asked(Duration.ofSeconds(10), NOTHING);
        turns.next(SHOP);
        for (int i = 0; i < 1_000; i++) {
            assertThat(turns.next(SHOP).later().orElseThrow()).isBetween(Duration.ofMillis(250), Duration.ofMinutes(1));
        }
    }

    @Test
    void comesBackHoweverItEnds() {
        for (int i = 0; i < 100; i++) {
            asked(Duration.ofSeconds(10), NOTHING);
        }
        try (Turn turn = turns.next(SHOP)) {
            assertThat(turn.later()).isEmpty();
            throw new IllegalStateException("died");
        } catch (IllegalStateException e) {
            assertThat(turns.next(SHOP).later()).isEmpty();
        }
    }

    private void asked(Duration took, OrderAnswer answer) {
        try (Turn turn = turns.next(SHOP)) {
            assertThat(turn.later()).as("those before gave their turn back").isEmpty();
            clock.forward(took);
            turn.heard(answer);
        }
    }
}
