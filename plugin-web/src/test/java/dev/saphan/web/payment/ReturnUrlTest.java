/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.DuplicatePaymentPolicy;
import dev.saphan.settings.LatePaymentPolicy;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shoppers leave for the store's own origins, however they are written. */
class ReturnUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example/orders/1?a=b#c",
        "https://shop.example, https://Shop.Example/",
        "https://Shop.Example, https://shop.example/",
        "https://shop.example, https://shop.example:443/",
        "https://shop.example:443, https://shop.example/",
        "https://shop.example, HTTPS://shop.example/",
        "HTTPS://SHOP.EXAMPLE:443/, https://shop.example",
        "https://shop.example:8443, https://shop.example:8443/",
        "http://localhost, http://localhost:80/",
        "http://[::1]:8070, http://[::1]:8070/orders"
    })
    void takesTheOriginsOfTheStore(URI origin, String address) {
        assertThat(ReturnUrl.parse(address, store(Set.of(origin)))).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example.evil.example/",
        "https://shop.example, https://www.shop.example/",
        "https://shop.example, https://shop.example:8443/",
        "https://shop.example:8443, https://shop.example/",
        "https://shop.example:80, https://shop.example/",
        "http://localhost:443, https://localhost/",
        "shop.example, https://shop.example/"
    })
    void takesNoOther(URI origin, String address) {
        refuses(address, Set.of(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/",
                "https://a@shop.example/",
                "https:///orders",
                "//shop.example/",
                "shop.example",
                "javascript:alert(1)",
                "https://shop.example:99999/",
                "https://shop example/",
                "https://shop.example/%zz"
            })
    void takesNothingThatIsNoAddressToGoTo(String address) {
        refuses(address, Set.of());
    }

    private static void refuses(String address, Set<URI> origins) {
        assertThatThrownBy(() -> ReturnUrl.parse(address, store(origins))).isInstanceOf(IllegalArgumentException.class);
    }

    static Store store(Set<URI> origins) {
        return new Store(
                new StoreId("shop"),
                "A shop",
                "TH",
                ZoneId.of("Asia/Bangkok"),
                Map.of(),
                Map.of(),
                Optional.empty(),
                false,
                origins,
                Map.of(),
                LatePaymentPolicy.ACCEPT_AND_FLAG,
                DuplicatePaymentPolicy.FLAG,
                true,
                Duration.ofDays(7),
                AlertRouting.NONE,
                RefundLimits.NONE);
    }
}
