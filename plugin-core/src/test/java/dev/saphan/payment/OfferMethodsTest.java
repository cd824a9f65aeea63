/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.money.Money;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.SomeStore;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OfferMethodsTest {

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Order order = Order.in(plugin);

    @Test
    void offersWhatTheChannelHas() {
        assertThat(available(Checkout.of(plugin, order.withoutMethod()))).containsExactly("page_wallet", "qr_wallet");
    }

    @Test
    void offersNothingForWhatNoMethodTakes() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod().over(Money.ofMinor(15_000_001, "THB")));

        assertThat(available(checkout)).isEmpty();
        assertThat(offers(checkout))
                .filteredOn(offer -> offer.method().equals(SomeMethods.QR))
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.isRefused()).isFalse();
                    assertThat(offer.reason(Locale.ENGLISH)).isPresent();
                });
    }

    @Test
    void putsAMethodBehindTheOthersWhereOmiseDidNotTakeTheAmount() {
        plugin.omise().answerNext("create", new Answer.Declined<>("invalid_amount", "amount is too low"));
        Checkout checkout = Checkout.of(plugin, order.by("page_wallet"));

        List<PaymentOffer> offers = offers(checkout);

        assertThat(available(checkout)).containsExactly("qr_wallet");
        assertThat(offers.get(0).method()).isEqualTo(SomeMethods.QR);
        assertThat(offers.get(0).reason(Locale.ENGLISH)).isEmpty();
        assertThat(offers).filteredOn(PaymentOffer::isRefused).singleElement().satisfies(offer -> {
            assertThat(offer.method()).isEqualTo(SomeMethods.PAGE);
            assertThat(offer.reason(Locale.ENGLISH))
                    .contains("This method does not take this amount. Choose another one.");
        });
    }

    private List<PaymentOffer> offers(Checkout checkout) {
        return plugin.get(OfferMethods.class).of(checkout.payment());
    }

    private List<String> available(Checkout checkout) {
        return offers(checkout).stream()
                .filter(PaymentOffer::isAvailable)
                .map(offer -> offer.method().code())
                .toList();
    }
}
