/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.web.testing.SentHeaders;
import jakarta.ws.rs.core.EntityTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    private static final EntityTag TAG = new EntityTag("7-th");

    @ParameterizedTest
    @ValueSource(strings = {"\"7-th\"", "W/\"7-th\"", "\"1\", \"7-th\"", ",\"7-th\",", "*", " * "})
    void knowsTheStateThatTheReaderHas(String header) {
        assertThat(known(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7-en\"", "\"7\"", "\"6-th\", \"8-th\"", "", "\"7-th \"", "\"W/7-th\""})
    void knowsNoOther(String header) {
        assertThat(known(header)).isFalse();
    }

    @Test
    void goesOnOnlyFromTheStateThatTheReaderCountsOn() {
        require("\"7-th\"");
        require("*");
        require("\"6-th\",\"7-th\"");
        assertThatCode(() -> Preconditions.requireMatch(SentHeaders.none().toResource(), TAG))
                .doesNotThrowAnyException();
        for (String other : new String[] {"\"6-th\"", "W/\"7-th\"", "\"7\""}) {
            assertThatThrownBy(() -> require(other))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED));
        }
    }

    private static boolean known(String header) {
        return Preconditions.isKnown(SentHeaders.of("If-None-Match", header).toResource(), TAG);
    }

    private static void require(String header) {
        Preconditions.requireMatch(SentHeaders.of("If-Match", header).toResource(), TAG);
    }
}
