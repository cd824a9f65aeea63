/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.problem.Problem;
import dev.saphan.web.testing.SomeDeployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms are taken from our own pages. */
class OwnFormsTest {

    private final OwnForms ownForms = new OwnForms(SomeDeployment.usual());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"same-origin, -", "none, -", "-, -", "-, https://pay.example"})
    void takesAFormOfOurs(@Nullable String site, @Nullable String origin) {
        assertThatCode(() -> ownForms.require(site, origin)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, null",
                "-, https://evil.example",
                "-, http://pay.example",
                "-, https://pay.example.evil.example",
                "cross-site, null",
                "same-site, https://shop.pay.example",
                "cross-site, https://pay.example"
            })
    void refusesAFormFromElsewhere(@Nullable String site, @Nullable String origin) {
        assertThatThrownBy(() -> ownForms.require(site, origin)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, null", "same-origin, null", "-, -", "-, https://pay.example"})
    void takesAFormOfAPageThatTellsNobodyItsAddress(@Nullable String site, @Nullable String origin) {
        assertThatCode(() -> ownForms.requireOnTokenPage(site, origin)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"cross-site, null", "-, https://evil.example", "same-site, null"})
    void refusesThereTooWhatCameFromElsewhere(@Nullable String site, @Nullable String origin) {
        assertThatThrownBy(() -> ownForms.requireOnTokenPage(site, origin)).isInstanceOf(Problem.class);
    }
}
