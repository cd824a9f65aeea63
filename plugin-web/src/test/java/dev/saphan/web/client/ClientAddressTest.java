/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a request comes from, and whom it only says it comes from. */
class ClientAddressTest {

    private static final String PROXY = "10.0.0.1";
    private static final String CLIENT = "198.51.100.7";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7                       | 198.51.100.7",
                "203.0.113.9, 198.51.100.7          | 198.51.100.7",
                "198.51.100.7, 10.0.0.2             | 198.51.100.7",
                "10.9.9.9, 10.0.0.2                 | 10.9.9.9",
                "198.51.100.7:4711                  | 198.51.100.7",
                "[2001:db8::1]:443                  | 2001:db8:0:0:0:0:0:1",
                "2001:db8::1                        | 2001:db8:0:0:0:0:0:1",
                "::ffff:198.51.100.7                | 198.51.100.7",
                "unknown                            | 10.0.0.1",
                "203.0.113.9, garbage               | 10.0.0.1",
                "203.0.113.9, _hidden, 10.0.0.2     | 10.0.0.2",
                "203.0.113.9,                       | 10.0.0.1",
                "localhost                          | 10.0.0.1",
                "1.2.3.4.5                          | 10.0.0.1",
                "999.1.1.1                          | 10.0.0.1",
                "<script>                           | 10.0.0.1",
            })
    void isTheNearestHopThatIsNoProxy(String header, String client) {
        assertThat(new ClientAddress(trusting("x_forwarded_for")).of(request(PROXY, "X-Forwarded-For", header)))
                .isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "for=198.51.100.7;proto=https                 | 198.51.100.7",
                "for=203.0.113.9, For=\"198.51.100.7:80\"     | 198.51.100.7",
                "for=\"[2001:db8::1]\"                        | 2001:db8:0:0:0:0:0:1",
                "proto=https;by=10.0.0.1                      | 10.0.0.1",
                "for=_secret                                  | 10.0.0.1",
            })
    void readsTheStandardHeaderWhereTheProxyWritesThat(String header, String client) {
        assertThat(new ClientAddress(trusting("forwarded")).of(request(PROXY, "Forwarded", header)))
                .isEqualTo(client);
    }

    @Test
    void believesNobodyWhoIsNoTrustedProxy() {
        assertThat(new ClientAddress(trusting("x_forwarded_for")).of(request(CLIENT, "X-Forwarded-For", "203.0.113.9")))
                .isEqualTo(CLIENT);
        assertThat(new ClientAddress(new TrustedProxies(List.of(), TrustedProxies.Header.X_FORWARDED_FOR))
                        .of(request(PROXY, "X-Forwarded-For", "203.0.113.9")))
                .isEqualTo(PROXY);
    }

    @Test
    void doesNotReadTheHeaderThatTheProxyOnlyHandsOn() {
        assertThat(new ClientAddress(trusting("x_forwarded_for")).of(request(PROXY, "Forwarded", "for=203.0.113.9")))
                .isEqualTo(PROXY);
        assertThat(new ClientAddress(trusting("forwarded")).of(request(PROXY, "X-Forwarded-For", "203.0.113.9")))
                .isEqualTo(PROXY);
    }

    @Test
    void readsTheNearestOfAThousandHops() {
        String hops = "203.0.113.9, ".repeat(1_000) + CLIENT;

        assertThat(new ClientAddress(trusting("x_forwarded_for")).of(request(PROXY, "X-Forwarded-For", hops)))
                .isEqualTo(CLIENT);
    }

    @Test
    void countsAnIpv6SiteAsOne() {
        ClientAddress address = new ClientAddress(trusting("x_forwarded_for"));

        assertThat(address.networkOf(request("2001:db8:1:2::1", "X", "")))
                .isEqualTo(address.networkOf(request("2001:db8:1:2:ffff::9", "X", "")))
                .isNotEqualTo(address.networkOf(request("2001:db8:1:3::1", "X", "")));
    }

    private static TrustedProxies trusting(String header) {
        return TrustedProxies.read(config(Map.of(
                "saphan.trusted-proxies", "10.0.0.0/24, 2001:db8:ff::/48", "saphan.trusted-proxies.header", header)));
    }

    private static Config config(Map<String, String> settings) {
        return (Config) Proxy.newProxyInstance(
                ConfigProvider.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(settings.get(arguments[0])));
    }

    private static HttpServletRequest request(String socket, String header, String value) {
        Map<String, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> socket;
                    case "getHeaders" ->
                        Collections.enumeration(header.equals(arguments[0]) ? List.of(value) : List.<String>of());
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
