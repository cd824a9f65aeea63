/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.GatewayCalled;
import dev.saphan.gateway.GatewayCalled.Kind;
import dev.saphan.gateway.GatewayCalled.Outcome;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells of each call about a charge how long it took and what came of it. */
@Wired
class OmiseReport {

    private final Event<GatewayCalled> calls;
    private final Clock clock;

    @Inject
    OmiseReport(Event<GatewayCalled> calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Makes the call and tells of it.
     *
     * @param word of a good answer, which is told
     */
    <T> Answer<T> of(
            OmiseAccount account, Kind kind, String subject, Function<T, String> word, Supplier<Answer<T>> call) {
        Instant asked = clock.instant();
        Answer<T> answer = call.get();
        Duration took = Duration.between(asked, clock.instant());
        calls.fire(new GatewayCalled(account, kind, subject, asked, took, outcome(answer), told(answer, word)));
        return answer;
    }

    private static Outcome outcome(Answer<?> answer) {
        if (answer instanceof Answer.Ok) {
            return Outcome.OK;
        } else if (answer instanceof Answer.Declined) {
            return Outcome.DECLINED;
        } else if (answer instanceof Answer.Denied) {
            return Outcome.DENIED;
        } else if (answer instanceof Answer.NotFound) {
            return Outcome.NOT_FOUND;
        }
        return answer instanceof Answer.NotSent ? Outcome.NOT_SENT : Outcome.UNKNOWN;
    }

    private static <T> String told(Answer<T> answer, Function<T, String> word) {
        if (answer instanceof Answer.Ok<T> ok) {
            return word.apply(ok.value());
        } else if (answer instanceof Answer.Declined<T> declined) {
            return declined.code();
        } else if (answer instanceof Answer.Denied<T> denied) {
            return denied.reason();
        } else if (answer instanceof Answer.NotFound<T> notFound) {
            return notFound.reason();
        } else if (answer instanceof Answer.NotSent<T> notSent) {
            return notSent.reason();
        } else if (answer instanceof Answer.Unknown<T> unknown) {
            return unknown.reason();
        }
        throw new IllegalStateException("An answer of no kind");
    }
}
