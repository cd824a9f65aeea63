/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saphan.settings.InvalidConfiguration;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One start names every bad setting, whoever reads it later. */
class ConfigurationCheckTest {

    private static final List<String> METHODS = List.of("alipay_cn");

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "saphan.public-url", "https://pay.example/payments",
            "saphan.stores", "shop"));

    @Test
    void acceptsWhatIsRight() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void namesWhatDifferentReadersRefuseAtOnce() {
        settings.remove("saphan.public-url");
        settings.put("saphan.stores", "Shop!");
        settings.put("saphan.limits.requests.key", "many");
        settings.put("saphan.trusted-proxies", "somewhere");
        settings.put("saphan.users", "anna,boss");
        settings.put("saphan.user.boss.password", "purple-monkey-dishwasher");
        settings.put("saphan.keyset", "{}");

        assertThat(findings())
                .extracting(finding -> finding.split("[ :,]", 2)[0])
                .containsExactlyInAnyOrder(
                        "saphan.public-url",
                        "saphan.keyset",
                        "saphan.stores",
                        "saphan.limits.requests.key",
                        "saphan.trusted-proxies",
                        "saphan.user.boss.roles");
        assertThat(findings().toString()).doesNotContain("dishwasher");
    }

    @ParameterizedTest
    @CsvSource({
        "saphan.user.admin.roles, 'owner', saphan.user.admin.roles",
        "saphan.user.admin.roles, 'admin@', saphan.user.admin.roles",
        "saphan.keyset, 'no json', saphan.keyset",
        "saphan.limits.bodies.at-once, '0', saphan.limits.bodies.at-once",
        "saphan.store.shop.time-zone, 'Siam', saphan.store.shop.time-zone",
        "saphan.oidc.roles, 'staff=owner', saphan.oidc.roles",
    })
    void namesTheSetting(String key, String value, String named) {
        settings.put("saphan.user.admin.password", "purple-monkey-dishwasher");
        settings.putAll(Map.of(
                "saphan.oidc.issuer", "https://id.example",
                "saphan.oidc.client-id", "saphan",
                "saphan.oidc.client-secret", "sample-client-secret",
                "saphan.oidc.roles-claim", "groups"));
        settings.put(key, value);

        assertThat(findings()).singleElement().asString().startsWith(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/pay/payments", "https://pay.example", "https://pay.example/payment"})
    void refusesAPublicAddressThatIsNotWhereTheServerHasThePlugin(String address) {
        settings.put("saphan.public-url", address);

        assertThat(findings()).singleElement().asString().startsWith("saphan.public-url must have the path /payments");
    }

    private List<String> findings() {
        return catchThrowableOfType(InvalidConfiguration.class, this::check).findings();
    }

    private void check() {
        ConfigurationCheck.run(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build(),
                METHODS,
                "/payments");
    }
}
