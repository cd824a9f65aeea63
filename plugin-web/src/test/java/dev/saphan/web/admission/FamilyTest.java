/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/payments, API",
        "/webhooks/omise/shop, WEBHOOKS",
        "/pay/token, PAGES",
        "/return/token, PAGES",
        "/login, SIGN_IN",
        "/login/elsewhere/back, SIGN_IN",
        "/password, SIGN_IN",
        "/counter/, COUNTER",
        "/admin/payments.xhtml, BACK_OFFICE",
        "/jakarta.faces.resource/core.js.xhtml, BACK_OFFICE",
        "/webhooksx, BACK_OFFICE",
        "'', BACK_OFFICE",
        "/assets/pages.css, OTHER"
    })
    void isKnownByTheBeginningOfThePath(String path, Family family) {
        assertThat(Family.of(path)).isEqualTo(family);
    }
}
