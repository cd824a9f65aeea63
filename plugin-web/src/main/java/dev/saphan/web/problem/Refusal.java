/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import dev.saphan.persistence.DatabaseUnavailable;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a request is refused for, however deep containers have wrapped it. */
public final class Refusal {

    /** How long whoever was refused for the moment is asked to wait, in seconds. */
    public static final int RETRY_AFTER = 5;

    private Refusal() {}

    /** Empty for what is a fault of ours. */
    public static Optional<Problem> of(@Nullable Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
            if (cause instanceof DatabaseUnavailable) {
                return Optional.of(Problem.of(ErrorCode.SERVICE_UNAVAILABLE));
            }
        }
        return Optional.empty();
    }

    /** Whether the same request may succeed in a moment. */
    public static boolean isForNow(int status) {
        return status == ErrorCode.SERVICE_UNAVAILABLE.status() || status == ErrorCode.TOO_MANY_REQUESTS.status();
    }
}
