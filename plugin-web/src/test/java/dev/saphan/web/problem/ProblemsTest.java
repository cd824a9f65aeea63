/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.persistence.CommitUnknown;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import jakarta.servlet.ServletException;
import jakarta.transaction.SystemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server refuses by itself has a code of ours, of the same class. */
class ProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "400, MALFORMED_REQUEST",
        "401, UNAUTHORIZED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "412, PRECONDITION_FAILED",
        "413, BODY_TOO_LARGE",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "417, MALFORMED_REQUEST",
        "431, MALFORMED_REQUEST",
        "500, INTERNAL_ERROR",
        "501, INTERNAL_ERROR",
        "503, SERVICE_UNAVAILABLE"
    })
    void namesWhatIsKnownByItsStatusOnly(int status, ErrorCode code) {
        assertThat(Problems.code(status)).isEqualTo(code);
    }

    /** Who asks again under the same key finds what was kept, if anything was. */
    @Test
    void asksToComeAgainWhereNobodyKnowsWhatBecameOfACommit() {
        Throwable unknown = new CommitUnknown(new SystemException());

        Problem problem = Problems.of(new ServletException(unknown)).orElseThrow();

        assertThat(problem.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(Problems.retryAfter(problem)).isPresent();
    }
}
