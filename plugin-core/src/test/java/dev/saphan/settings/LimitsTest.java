/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and trusted proxies as they are written, and API keys that are one store's only. */
class LimitsTest {

    @Test
    void readsALimitAndKeepsTheOthers() {
        Limits limits = LimitsReader.read(config(Map.of("saphan.limits.requests.key", "10 / PT2S")));

        assertThat(limits.requests().ofAKey()).isEqualTo(new RateLimit(10, Duration.ofSeconds(2)));
        assertThat(limits.attemptsOfAPayment()).isEqualTo(new RateLimit(30, Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10", "0/PT1M", "-1/PT1M", "1/PT0S", "1/-PT1M", "1/1/PT1M", "x/PT1M", "1/minute", "1/P400D"})
    void refusesWhatIsNoLimit(String text) {
        InvalidConfiguration invalid = catchThrowableOfType(
                InvalidConfiguration.class,
                () -> LimitsReader.read(
                        config(Map.of("saphan.limits.requests.key", text, "saphan.limits.bodies.at-once", "none"))));

        assertThat(invalid.findings()).hasSize(2).allMatch(finding -> finding.startsWith("saphan.limits."));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.200.3.4, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "0.0.0.0/0, ::1, false",
        "127.0.0.1, ::ffff:127.0.0.1, true"
    })
    void knowsWhomItTrusts(String trusted, String address, boolean is) {
        TrustedProxies proxies = TrustedProxies.read(config(Map.of("saphan.trusted-proxies", trusted)));

        assertThat(proxies.trust(NetworkAddress.parse(address).orElseThrow())).isEqualTo(is);
    }

    @Test
    void trustsNobodyByDefault() {
        assertThat(TrustedProxies.read(config(Map.of())).networks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/-1",
                "10.0.0.256",
                "10.0.0.0/8/9",
                "a:b:c:d:e",
                "*"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(catchThrowableOfType(
                                InvalidConfiguration.class,
                                () -> TrustedProxies.read(config(Map.of("saphan.trusted-proxies", text))))
                        .findings())
                .hasSize(1);
    }

    @Test
    void refusesAnApiKeyOfTwoStores() {
        String hash = "0a".repeat(32);
        String other = "0b".repeat(32);

        assertThat(findings(Map.of(
                        "saphan.stores",
                        "shop,pier",
                        "saphan.store.shop.test.api-key-sha256",
                        other + "," + hash,
                        "saphan.store.pier.live.api-key-sha256",
                        hash)))
                .containsExactlyInAnyOrder(
                        "saphan.store.shop.test.api-key-sha256 must not be a key of pier too",
                        "saphan.store.pier.live.api-key-sha256 must not be a key of shop too");
        assertThat(findings(Map.of(
                        "saphan.stores", "shop",
                        "saphan.store.shop.test.api-key-sha256", hash,
                        "saphan.store.shop.live.api-key-sha256", hash)))
                .containsExactly("saphan.store.shop.live.api-key-sha256 must not be a test key too");
    }

    private static List<String> findings(Map<String, String> settings) {
        return catchThrowableOfType(
                        InvalidConfiguration.class, () -> ConfiguredStores.read(config(settings), List.of("alipay_cn")))
                .findings();
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(new HashMap<>(settings), "test", 100))
                .build();
    }
}
