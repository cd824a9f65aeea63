/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.saphan.demo.AwkwardProxy.Habit;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payment page notices that it was paid, whatever stands between it and the plugin. */
class BehindAProxyIT {

    /** It takes about five; a stream that is held back ends after five minutes. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final RunningDemo demo = RunningDemo.get();

    @ParameterizedTest
    @EnumSource(Habit.class)
    void noticesThatItWasPaid(Habit habit) throws IOException {
        JsonObject payment = demo.start("X-" + UUID.randomUUID(), "atome_qr", "online");
        String address = payment.get("checkoutUrl").getAsString();
        try (AwkwardProxy proxy = new AwkwardProxy(URI.create(address).resolve("/"), habit);
                Person shopper = new Person(Device.PHONE)) {
            shopper.page().navigate(proxy.reaching(address));
            shopper.seesState("qr");

            demo.pay(demo.charge(payment.get("orderReference").getAsString()));

            assertThat(shopper.page().locator("[data-test=pay-page][data-state=paid]"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        }
    }
}
