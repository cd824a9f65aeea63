/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.payment.AttemptStatus.ABSENT;
import static dev.saphan.payment.AttemptStatus.CREATING;
import static dev.saphan.payment.AttemptStatus.EXPIRED;
import static dev.saphan.payment.AttemptStatus.FAILED;
import static dev.saphan.payment.AttemptStatus.PENDING;
import static dev.saphan.payment.AttemptStatus.REVERSED;
import static dev.saphan.payment.AttemptStatus.SUCCESSFUL;
import static dev.saphan.payment.AttemptStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptStatusTest {

    /** The whole from-to matrix: a status that is not placed here fails. */
    private static final Map<AttemptStatus, Set<AttemptStatus>> FOLLOWING = new EnumMap<>(Map.of(
            CREATING, Set.of(UNKNOWN, PENDING, SUCCESSFUL, FAILED, EXPIRED, REVERSED, ABSENT),
            UNKNOWN, Set.of(PENDING, SUCCESSFUL, FAILED, EXPIRED, REVERSED, ABSENT),
            ABSENT, Set.of(PENDING, SUCCESSFUL, FAILED, EXPIRED, REVERSED),
            PENDING, Set.of(SUCCESSFUL, FAILED, EXPIRED, REVERSED),
            FAILED, Set.of(SUCCESSFUL),
            EXPIRED, Set.of(SUCCESSFUL),
            SUCCESSFUL, Set.of(REVERSED, FAILED, EXPIRED),
            REVERSED, Set.of(SUCCESSFUL)));

    @ParameterizedTest
    @EnumSource
    void isFollowedByExactlyWhatTheTableSays(AttemptStatus from) {
        assertThat(FOLLOWING).containsKey(from);
        for (AttemptStatus to : AttemptStatus.values()) {
            assertThat(from.mayBecome(to))
                    .as(from + " to " + to)
                    .isEqualTo(FOLLOWING.get(from).contains(to));
        }
    }

    @Test
    void isTakenBackFromSuccessByAFailureOnlyIfThatIsNoOldWord() {
        assertThat(SUCCESSFUL.becomesOnlyByACurrentWord(FAILED)).isTrue();
        assertThat(SUCCESSFUL.becomesOnlyByACurrentWord(EXPIRED)).isTrue();
        assertThat(REVERSED.becomesOnlyByACurrentWord(SUCCESSFUL)).isTrue();
    }

    @Test
    void takesMoneyThatComesAndAReversalAtAnyTime() {
        assertThat(SUCCESSFUL.becomesOnlyByACurrentWord(REVERSED)).isFalse();
        assertThat(FAILED.becomesOnlyByACurrentWord(SUCCESSFUL)).isFalse();
        assertThat(EXPIRED.becomesOnlyByACurrentWord(SUCCESSFUL)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isShownInTheWordsOfTheContract(AttemptStatus status) {
        assertThat(status.publicCode()).isIn("unknown", "pending", "successful", "failed", "expired", "reversed");
    }
}
