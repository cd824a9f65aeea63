/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saphan.money.Money;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final List<String> METHODS = List.of("atome_qr");

    @Test
    void namesEveryBadSettingAtOnce() {
        Config config = config(Map.of(
                "saphan.stores", "shop",
                "saphan.store.shop.test.secret-key", "skey_live_by_mistake",
                "saphan.store.shop.test.webhook-secret", "not base64!",
                "saphan.store.shop.test.api-key-sha256", "short",
                "saphan.store.shop.country", "XX",
                "saphan.store.shop.time-zone", "Bangkok",
                "saphan.store.shop.method.atome_qr.limits.THB", "20",
                "saphan.store.shop.order-port.url", "ftp://shop",
                "saphan.store.shop.order-port.in-process", "true"));

        InvalidConfiguration invalid =
                catchThrowableOfType(InvalidConfiguration.class, () -> ConfiguredStores.read(config, METHODS));

        assertThat(invalid.findings())
                .extracting(finding -> finding.substring(0, finding.indexOf(' ')))
                .containsExactlyInAnyOrder(
                        "saphan.store.shop.test.secret-key",
                        "saphan.store.shop.test.webhook-secret",
                        "saphan.store.shop.test.api-key-sha256",
                        "saphan.store.shop.country",
                        "saphan.store.shop.time-zone",
                        "saphan.store.shop.method.atome_qr.limits.THB",
                        "saphan.store.shop.order-port.url",
                        "saphan.store.shop.order-port.in-process");
        assertThat(invalid).hasMessageNotContaining("skey_live_by_mistake");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order-port.signing-secret | whsec_x",
                "order-port.signing-secret | whsec_=",
                "order-port.signing-secret | whsec_eA==",
                "order-port.signing-secret | whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM=",
                "order-port.signing-secret | MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0",
                "order-port.url | http://shop.example/port",
                "order-port.url | http://10.0.0.7/port",
                "order-port.url | https://shop.example:99999/port",
                "order-port.url | https://shop.example:0/port",
                "alerts.signing-secret | whsec_x",
                "alerts.signing-secret | whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM=",
                "alerts.url | http://alerts.example/",
                "alerts.url | https://alerts.example:65536/",
                "test.webhook-secret | eA==",
                "test.webhook-secret | MTIzNDU2Nzg5MDEyMzQ1",
                "test.webhook-secret-previous | eA=="
            })
    void refusesWhatCouldBeGuessedOrHeard(String name, String value) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "saphan.stores", "shop",
                "saphan.store.shop.test.secret-key", "skey_test_1234567890",
                "saphan.store.shop.order-port.url", "https://shop.example/port",
                "saphan.store.shop.order-port.signing-secret", "whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0",
                "saphan.store.shop.alerts.url", "https://alerts.example/",
                "saphan.store.shop.alerts.signing-secret", "whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0"));
        ConfiguredStores.read(config(settings), METHODS);
        settings.put("saphan.store.shop." + name, value);

        InvalidConfiguration invalid = catchThrowableOfType(
                InvalidConfiguration.class, () -> ConfiguredStores.read(config(settings), METHODS));

        assertThat(invalid.findings()).singleElement().asString().startsWith("saphan.store.shop." + name + " must be ");
        assertThat(invalid).hasMessageNotContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "saphan.public-url, https://pay.example:99999/payments",
        "saphan.omise.url, https://omise.example:70000",
        "saphan.oidc.issuer, https://id.example:0",
        "saphan.alerts.url, https://alerts.example:99999",
        "saphan.mail.port, 99999",
        "saphan.mail.port, 0",
        "saphan.mail.port, -1"
    })
    void refusesAPortThatDoesNotExist(String name, String value) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "saphan.public-url", "https://pay.example/payments",
                "saphan.mail.host", "mail.example",
                "saphan.mail.from", "pay@shop.example"));
        settings.put(name, value);

        InvalidConfiguration invalid =
                catchThrowableOfType(InvalidConfiguration.class, () -> DeploymentReader.read(config(settings)));

        assertThat(invalid.findings()).anySatisfy(finding -> assertThat(finding).startsWith(name + " must be "));
    }

    @Test
    void readsAStoreWithItsOwnLimits() {
        Store store = ConfiguredStores.read(
                        config(Map.of(
                                "saphan.stores", "shop",
                                "saphan.store.shop.test.secret-key", "skey_test_1234567890",
                                "saphan.store.shop.method.atome_qr.limits.THB", "5000-70000")),
                        METHODS)
                .get(new StoreId("shop"));

        assertThat(store.method("atome_qr").limits())
                .containsExactly(
                        new MethodSettings.AmountRange(Money.ofMinor(5_000, "THB"), Money.ofMinor(70_000, "THB")));
        assertThat(store.account(Mode.TEST).secretKey()).hasToString("skey_test_••••7890");
    }

    @Test
    void wantsHttpsTowardsOmise() {
        InvalidConfiguration invalid = catchThrowableOfType(
                InvalidConfiguration.class,
                () -> DeploymentReader.read(config(Map.of("saphan.omise.url", "http://omise.example"))));

        assertThat(invalid.findings())
                .anyMatch(finding -> finding.startsWith("saphan.omise.url"))
                .anyMatch(finding -> finding.startsWith("saphan.public-url"));
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(new HashMap<>(settings), "test", 100))
                .build();
    }
}
