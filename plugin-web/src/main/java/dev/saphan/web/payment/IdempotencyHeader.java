/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header without which nothing is charged or refunded. */
public final class IdempotencyHeader {

    private static final String NAME = "Idempotency-Key";
    private static final int LONGEST = 255;

    private IdempotencyHeader() {}

    /** @throws Problem if it is missing, is too long, or stands there twice with different keys */
    public static String required(HttpHeaders headers) {
        @Nullable List<String> sent = headers.getRequestHeader(NAME);
        List<String> keys = sent == null
                ? List.of()
                : sent.stream().filter(key -> !key.isBlank()).distinct().toList();
        if (keys.isEmpty()) {
            throw Problem.of(ErrorCode.MISSING_IDEMPOTENCY_KEY);
        }
        if (keys.size() > 1 || keys.get(0).length() > LONGEST) {
            throw Problem.of(ErrorCode.INVALID_IDEMPOTENCY_KEY);
        }
        return keys.get(0);
    }
}
