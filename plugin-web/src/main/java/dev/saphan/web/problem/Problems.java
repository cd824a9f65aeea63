/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import dev.saphan.persistence.DatabaseUnavailable;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a request is refused for, however deep containers have wrapped it, and when to come again. */
public final class Problems {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private Problems() {}

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

    /** The value of {@code Retry-After}; empty where the same request would be refused again. */
    public static Optional<String> retryAfter(Problem problem) {
        Optional<Duration> known = problem.retryAfter();
        if (known.isEmpty() && problem.code() == ErrorCode.REQUEST_IN_PROGRESS) {
            return Optional.of(seconds(A_MOMENT));
        }
        return known.isPresent()
                ? known.map(Problems::seconds)
                : retryAfter(problem.code().status());
    }

    /** As {@link #retryAfter(Problem)}, where nothing is known but the status. */
    public static Optional<String> retryAfter(int status) {
        boolean isForNow =
                status == ErrorCode.SERVICE_UNAVAILABLE.status() || status == ErrorCode.TOO_MANY_REQUESTS.status();
        return isForNow ? Optional.of(seconds(A_MOMENT)) : Optional.empty();
    }

    /** Whole ones, rounded up: not a moment too early. */
    private static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
