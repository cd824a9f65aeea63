/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OmiseAnswerTest {

    @ParameterizedTest
    @CsvSource({"199,false", "200,true", "201,true", "299,true", "300,false", "400,false"})
    void aStatusOfTheTwoHundredsIsAYes(int status, boolean ok) {
        assertThat(new OmiseAnswer(status, "{}", Optional.empty()).isOk()).isEqualTo(ok);
    }
}
