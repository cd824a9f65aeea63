/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.gateway.Answer;

/** What a check says when Omise gave no answer that it could use. */
final class NoWord {

    private NoWord() {}

    /** @param answer anything but {@link Answer.Ok} */
    static Finding of(Answer<?> answer) {
        if (answer instanceof Answer.Denied<?> denied) {
            return Finding.unknown("denied", denied.reason());
        }
        if (answer instanceof Answer.NotFound<?> notFound) {
            return Finding.unknown("no_answer", notFound.reason());
        }
        if (answer instanceof Answer.Declined<?> declined) {
            return Finding.unknown("denied", declined.code());
        }
        if (answer instanceof Answer.NotSent<?> notSent) {
            return Finding.unknown("not_reached", notSent.reason());
        }
        return Finding.unknown("no_answer", answer instanceof Answer.Unknown<?> unknown ? unknown.reason() : "");
    }
}
