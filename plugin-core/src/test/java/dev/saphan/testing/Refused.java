/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How something was refused, for a test that is about that. */
public final class Refused {

    private Refused() {}

    /** @throws AssertionError if it was not */
    public static Problem problem(ThrowingCallable act) {
        return Optional.ofNullable(catchThrowableOfType(Problem.class, act))
                .orElseThrow(() -> new AssertionError("It was not refused"));
    }

    public static ErrorCode code(ThrowingCallable act) {
        return problem(act).code();
    }
}
