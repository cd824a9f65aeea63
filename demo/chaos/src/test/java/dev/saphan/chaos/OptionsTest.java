/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.saphan.chaos.fuzz.Fuzz;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void takesSeedAndMinutes() {
        Options options = Options.parse("--seed", "42", "--minutes", "30");

        assertThat(options.seed()).isEqualTo(42);
        assertThat(options.load()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void takesPressureInsteadOfFaults() {
        assertThat(Options.parse("--pressure", "--seed", "42").pressure()).isTrue();
        assertThat(Options.parse("--seed", "42").pressure()).isFalse();
    }

    @Test
    void takesAFamilyOfRequestsOrAllOfThem() {
        assertThat(Options.parse("--fuzz", "7", "--family", "forms").fuzz())
                .isEqualTo(Fuzz.ofEach(7).only("FORMS"));
        assertThat(Options.parse("--fuzz", "7").fuzz().families()).hasSizeGreaterThan(8);
        assertThat(Options.parse().fuzz().isWanted()).isFalse();
    }

    @Test
    void isBriefWithASeedOfItsOwnWhenNothingIsSaid() {
        assertThat(Options.parse().load()).isEqualTo(Options.brief(1).load());
        assertThat(Options.parse().seed()).isNotEqualTo(Options.parse().seed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seed",
                "--seed x",
                "--minutes 0",
                "--minutes -1",
                "--hours 1",
                "--fuzz -1",
                "--fuzz 1000001",
                "--fuzz 5 --family nobody",
                "--family"
            })
    void refusesEverythingElse(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(line.split(" ")));
    }
}
