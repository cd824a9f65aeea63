/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void measuresAMillionByDefault() {
        assertThat(Options.parse().large()).isEqualTo(1_000_000);
        assertThat(Options.parse("--large", "50000", "--rounds", "10"))
                .isEqualTo(new Options(10_000, 50_000, 10, Options.parse().seed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--large", "--large x", "--other 1", "--large 10", "--rounds 1"})
    void saysHowItIsUsed(String arguments) {
        assertThatThrownBy(() -> Options.parse(arguments.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Usage: bin/bench");
    }
}
