/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The header without which nothing is charged or refunded. */
public final class IdempotencyHeader {

    private static final int LONGEST = 255;

    private IdempotencyHeader() {}

    /** @throws Problem if it is missing or too long */
    public static String required(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            throw Problem.of(ErrorCode.MISSING_IDEMPOTENCY_KEY);
        }
        return header;
    }
}
