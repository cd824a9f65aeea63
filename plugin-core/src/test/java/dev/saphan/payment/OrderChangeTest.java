/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.method.Channel;
import dev.saphan.money.Money;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderChangeTest {

    private static final URI SAME = URI.create("https://shop.example/orders/1");

    private final Payment payment = SomePayment.open(Money.ofMinor(150_000, "THB"));

    @Test
    void isEveryThingThatIsSaidOtherwise() {
        assertThat(changes(
                        Optional.of(Channel.COUNTER),
                        Optional.of(Locale.JAPANESE),
                        URI.create("https://shop.example:8443/orders/2?basket=secret"),
                        Optional.of("{\"a\":1}")))
                .containsExactly(
                        new OrderChange("payment.channel_changed", "online to counter"),
                        new OrderChange("payment.language_changed", "en to ja"),
                        new OrderChange("payment.return_changed", "https://shop.example:8443/orders/2"),
                        new OrderChange("payment.metadata_changed", null));
    }

    @Test
    void isNothingThatIsSaidAsBefore() {
        assertThat(changes(Optional.of(Channel.ONLINE), Optional.of(Locale.ENGLISH), SAME, Optional.of("{ }")))
                .isEmpty();
    }

    @Test
    void isNothingThatIsNotSaid() {
        assertThat(changes(Optional.empty(), Optional.empty(), SAME, Optional.empty()))
                .isEmpty();
    }

    private Stream<OrderChange> changes(
            Optional<Channel> channel, Optional<Locale> locale, URI returnUrl, Optional<String> metadata) {
        return OrderChange.between(
                payment,
                new PaymentOrder(
                        payment.store(),
                        payment.mode(),
                        payment.orderReference(),
                        payment.amount(),
                        channel,
                        locale,
                        returnUrl,
                        metadata));
    }
}
