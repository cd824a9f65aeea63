/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.saphan.gateway.GatewayAccount;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OmiseAccountsTest {

    @Test
    void readsACapability() {
        var capability = OmiseAccounts.capability("""
                {"object":"capability","country":"TH","unknown":{"a":[1]},
                 "payment_methods":[{"object":"payment_method","name":"alipay_cn","currencies":["SGD","THB"]}]}
                """);

        assertThat(capability.currencies()).containsOnlyKeys("alipay_cn");
        assertThat(capability.country()).isEqualTo("TH");
    }

    @Test
    void addsUpTheCurrenciesOfAMethodThatIsToldTwice() {
        var capability = OmiseAccounts.capability("""
                {"payment_methods":[{"name":"alipay_cn","currencies":["SGD"]},{"name":"alipay_cn","currencies":["THB"]},
                 {"name":"atome_qr"}]}
                """);

        assertThat(capability.country()).isEmpty();
        assertThat(capability.currencies())
                .containsOnly(entry("alipay_cn", Set.of("SGD", "THB")), entry("atome_qr", Set.of()));
    }

    @Test
    void readsAnAccount() {
        assertThat(OmiseAccounts.account("""
                {"id":"account_test_1","livemode":true,"country":"SG","webhook_uri":"https://pay.example/hooks"}
                """))
                .isEqualTo(new GatewayAccount("account_test_1", true, "SG", Optional.of("https://pay.example/hooks")));
        assertThat(OmiseAccounts.account("{\"livemode\":false,\"webhook_uri\":\"/hooks\"}"))
                .isEqualTo(new GatewayAccount("", false, "", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}", "{\"name\":null}", "{\"name\":[\"atome_qr\"]}"})
    void readsTheOtherMethodsBesideAnOddOne(String odd) {
        var capability = OmiseAccounts.capability(
                "{\"payment_methods\":[%s,{\"name\":\"alipay_cn\",\"currencies\":[\"THB\",null]}]}".formatted(odd));

        assertThat(capability.currencies().get("alipay_cn")).containsExactly("THB");
        assertThat(capability.currencies()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"payment_methods\":null}", "{\"payment_methods\":{\"name\":\"atome_qr\"}}"})
    void doesNotCallEveryMethodSwitchedOffBecauseNoneIsTold(String odd) {
        assertThatThrownBy(() -> OmiseAccounts.capability(odd)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"livemode\":null}", "{\"livemode\":\"true\"}", "{\"livemode\":1}"})
    void doesNotGuessInWhichModeTheKeysAre(String odd) {
        assertThatThrownBy(() -> OmiseAccounts.account(odd)).isInstanceOf(Unreadable.class);
    }
}
