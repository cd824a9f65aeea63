/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static dev.saphan.testing.StoppedClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.GatewayCalled;
import dev.saphan.gateway.GatewayCalled.Kind;
import dev.saphan.gateway.GatewayCalled.Outcome;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.testing.Events;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.StoppedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of each call is told how long it took and what came of it, in a word. */
class OmiseReportTest {

    private final StoppedClock clock = new StoppedClock();
    private final List<Object> told = new ArrayList<>();
    private final OmiseReport report = new OmiseReport(Events.into(told), clock);
    private final OmiseAccount account = new OneStore().store().account(Mode.TEST);

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(new Answer.Ok<>(7), Outcome.OK, "number 7"),
                Arguments.of(
                        new Answer.Declined<>("failed_refund", "not enough left"), Outcome.DECLINED, "failed_refund"),
                Arguments.of(new Answer.Denied<>("401 no"), Outcome.DENIED, "401 no"),
                Arguments.of(new Answer.NotFound<>("404 not_found"), Outcome.NOT_FOUND, "404 not_found"),
                Arguments.of(new Answer.NotSent<>("circuit open"), Outcome.NOT_SENT, "circuit open"),
                Arguments.of(new Answer.Unknown<>("status 500"), Outcome.UNKNOWN, "status 500"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void tellsWhatCameOfItAndHandsTheAnswerOn(Answer<Integer> answer, Outcome outcome, String word) {
        assertThat(report.of(account, Kind.REFUND, "chrg_1", number -> "number " + number, () -> answer))
                .isSameAs(answer);

        assertThat(told)
                .containsExactly(new GatewayCalled(account, Kind.REFUND, "chrg_1", NOON, Duration.ZERO, outcome, word));
    }

    @Test
    void tellsWhenItWasAskedAndHowLongItTook() {
        report.of(account, Kind.READ, "chrg_1", String::valueOf, () -> {
            clock.forward(Duration.ofSeconds(3));
            return new Answer.Ok<>("pending");
        });

        assertThat(told)
                .containsExactly(new GatewayCalled(
                        account, Kind.READ, "chrg_1", NOON, Duration.ofSeconds(3), Outcome.OK, "pending"));
    }
}
