/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/counter", "/counter/", "/counter/pay_01m81b", "/admin/payment.xhtml?id=pay_01m81b&lang=th"})
    void leadsOnToPagesOfOurs(String path) {
        assertThat(SignInAddress.isOurs(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example",
                "https://evil.example",
                "/counter//evil.example",
                "/counter/../api",
                "/counterfeit",
                "/counter/\\evil.example",
                "/counter/?x=//evil.example",
                "/pay/token"
            })
    void leadsNowhereElse(String path) {
        assertThat(SignInAddress.isOurs(path)).isFalse();
    }
}
