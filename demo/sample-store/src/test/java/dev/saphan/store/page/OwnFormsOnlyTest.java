/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnFormsOnlyTest {

    @Test
    void letsTheShopsOwnFormsPass() {
        assertThat(OwnFormsOnly.ownForm("same-origin", "null", "localhost:8070"))
                .isTrue();
        assertThat(OwnFormsOnly.ownForm(null, "http://localhost:8070", "localhost:8070"))
                .isTrue();
    }

    @Test
    void refusesFormsOfOtherSites() {
        assertThat(OwnFormsOnly.ownForm("cross-site", "http://localhost:8070", "localhost:8070"))
                .isFalse();
        assertThat(OwnFormsOnly.ownForm("same-site", null, "localhost:8070")).isFalse();
        assertThat(OwnFormsOnly.ownForm(null, "http://localhost:8080", "localhost:8070"))
                .isFalse();
        assertThat(OwnFormsOnly.ownForm(null, "null", "localhost:8070")).isFalse();
    }

    @Test
    void programsThatAreNoBrowsersAreNotForgedForms() {
        assertThat(OwnFormsOnly.ownForm(null, null, "localhost:8070")).isTrue();
    }
}
