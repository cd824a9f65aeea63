/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUnavailableTest {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08006", "57P01", "57P02", "57P03"})
    void isBehindWhatABrokenConnectionOrAStoppingServerCaused(String state) {
        RuntimeException thrown = failed(state);

        assertThat(DatabaseUnavailable.orElse(thrown))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasCause(thrown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40P01", "42P01", "57014", "22008"})
    void isNotBehindWhatAnAnsweringServerRefused(String state) {
        RuntimeException thrown = failed(state);

        assertThat(DatabaseUnavailable.orElse(thrown)).isSameAs(thrown);
    }

    @Test
    void isNotBehindAFaultOfOurs() {
        RuntimeException thrown = new IllegalStateException(new SQLException("no state"));

        assertThat(DatabaseUnavailable.orElse(thrown)).isSameAs(thrown);
    }

    private static RuntimeException failed(String state) {
        return new IllegalStateException(new RuntimeException(new SQLException("failed", state)));
    }
}
