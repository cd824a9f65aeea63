/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import dev.saphan.persistence.CommitUnknown;
import dev.saphan.persistence.DatabaseUnavailable;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a request is refused for, however deep containers have wrapped it, and when to come again. */
public final class Problems {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private static final Map<Integer, ErrorCode> BY_STATUS = Map.of(
            401, ErrorCode.UNAUTHORIZED,
            403, ErrorCode.FORBIDDEN,
            404, ErrorCode.NOT_FOUND,
            405, ErrorCode.METHOD_NOT_ALLOWED,
            406, ErrorCode.NOT_ACCEPTABLE,
            408, ErrorCode.BODY_TOO_SLOW,
            412, ErrorCode.PRECONDITION_FAILED,
            413, ErrorCode.BODY_TOO_LARGE,
            415, ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            429, ErrorCode.TOO_MANY_REQUESTS);

    private Problems() {}

    /** Empty for what is a fault of ours. */
    public static Optional<Problem> of(@Nullable Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
            if (cause instanceof DatabaseUnavailable || cause instanceof CommitUnknown) {
                return Optional.of(Problem.of(ErrorCode.SERVICE_UNAVAILABLE));
            }
        }
        return DatabaseUnavailable.isBehind(thrown)
                ? Optional.of(Problem.of(ErrorCode.SERVICE_UNAVAILABLE))
                : Optional.empty();
    }

    /** What stands for a refusal of which nothing is known but the status. */
    public static ErrorCode code(int status) {
        if (status >= 500) {
            return status == ErrorCode.SERVICE_UNAVAILABLE.status()
                    ? ErrorCode.SERVICE_UNAVAILABLE
                    : ErrorCode.INTERNAL_ERROR;
        }
        return BY_STATUS.getOrDefault(status, ErrorCode.MALFORMED_REQUEST);
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
