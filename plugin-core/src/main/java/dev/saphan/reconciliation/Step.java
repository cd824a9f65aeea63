/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Answer;
import java.util.Optional;

/** One piece of work of a comparison: asks the gateway, then writes down what it found and how far it came. */
interface Step {

    Stage stage();

    /** What held it up; empty if it went on. */
    Optional<Trouble> take(Running running);

    /** @param forGood whether trying again is of no use before somebody mended something */
    record Trouble(String reason, boolean forGood) {

        static Optional<Trouble> of(Answer<?> answer) {
            if (answer instanceof Answer.Denied<?> denied) {
                return Optional.of(new Trouble("denied: " + denied.reason(), true));
            } else if (answer instanceof Answer.NotFound<?> notFound) {
                return Optional.of(new Trouble("not found: " + notFound.reason(), true));
            } else if (answer instanceof Answer.Declined<?> declined) {
                return Optional.of(new Trouble("declined: " + declined.code(), true));
            } else if (answer instanceof Answer.NotSent<?> notSent) {
                return Optional.of(new Trouble(notSent.reason(), false));
            } else if (answer instanceof Answer.Unknown<?> unknown) {
                return Optional.of(new Trouble(unknown.reason(), false));
            }
            return Optional.empty();
        }
    }
}
