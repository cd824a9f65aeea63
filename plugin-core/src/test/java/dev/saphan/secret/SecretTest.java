/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {

    @ParameterizedTest
    @CsvSource({
        "skey_test_saphandemo0000001,skey_test_••••0001",
        "skey_5demosaphan0000002,skey_••••0002",
        "c2FwaGFuLWRlbW8=,••••bW8=",
        "a_very_long_kind_of_a_key,a_very_lon••••_key",
        "twelve_chars,twelve_••••hars",
        "eleven_char,••••",
        "'',••••",
    })
    void showsItsKindAndItsEnd(String value, String masked) {
        assertThat(new Secret(value).masked()).isEqualTo(masked);
        assertThat(new Secret(value)).hasToString(masked);
        assertThat(new Secret(value).reveal()).isEqualTo(value);
    }

    @Test
    void isTheSameWhereItsValueIs() {
        Secret one = new Secret("skey_test_1");

        assertThat(one).isEqualTo(new Secret("skey_test_1")).hasSameHashCodeAs(new Secret("skey_test_1"));
        assertThat(one).isNotEqualTo(new Secret("skey_test_2")).isNotEqualTo("skey_test_1");
        assertThat(one.hashCode()).isNotEqualTo(new Secret("skey_test_2").hashCode());
    }

    @Test
    void digestsAsEverybodyDoes() {
        assertThat(Digests.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digests.sha256("สะพาน")).isNotEqualTo(Digests.sha256("?????"));
    }

    @Test
    void makesTokensThatNobodyGuesses() {
        Set<String> tokens = Stream.generate(RandomToken::next).limit(50).collect(Collectors.toSet());

        assertThat(tokens).hasSize(50).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }
}
