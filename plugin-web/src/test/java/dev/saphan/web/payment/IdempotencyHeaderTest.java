/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.web.testing.SentHeaders;
import org.junit.jupiter.api.Test;

class IdempotencyHeaderTest {

    private static final String NAME = "Idempotency-Key";

    @Test
    void takesOneKeyOfUpTo255Letters() {
        assertThat(required(SentHeaders.of(NAME, "k"))).isEqualTo("k");
        assertThat(required(SentHeaders.of(NAME, "k".repeat(255)))).hasSize(255);
        assertThat(required(SentHeaders.of(NAME, "k", "k"))).isEqualTo("k");
    }

    @Test
    void missesOneThatIsNotThere() {
        refuses(SentHeaders.none(), ErrorCode.MISSING_IDEMPOTENCY_KEY);
        refuses(SentHeaders.of(NAME, ""), ErrorCode.MISSING_IDEMPOTENCY_KEY);
        refuses(SentHeaders.of(NAME, " ", ""), ErrorCode.MISSING_IDEMPOTENCY_KEY);
    }

    @Test
    void tellsAKeyThatCannotBeUsedFromAMissingOne() {
        refuses(SentHeaders.of(NAME, "k".repeat(256)), ErrorCode.INVALID_IDEMPOTENCY_KEY);
        refuses(SentHeaders.of(NAME, "one", "other"), ErrorCode.INVALID_IDEMPOTENCY_KEY);
    }

    private static String required(SentHeaders headers) {
        return IdempotencyHeader.required(headers.toResource());
    }

    private static void refuses(SentHeaders headers, ErrorCode code) {
        assertThatThrownBy(() -> required(headers))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
