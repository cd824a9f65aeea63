/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.money.Money;
import dev.saphan.store.region.Region;
import dev.saphan.store.visitor.Language;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Asks which methods work for this amount. A plugin that does not answer must not keep anybody from ordering. */
@Singleton
public class Offers {

    private final Payments payments;

    @Inject
    public Offers(Payments payments) {
        this.payments = payments;
    }

    public Menu of(Money amount, Region region, Language language) {
        Answer<List<Offer>> online = ask(amount, "online", region, language);
        if (!(online instanceof Answer.Given<List<Offer>> first)) {
            return Menu.UNREACHABLE;
        }
        Answer<List<Offer>> counter = ask(amount, "counter", region, language);
        List<Offer> second = counter instanceof Answer.Given<List<Offer>> given ? given.value() : List.of();
        return Menu.of(first.value(), second);
    }

    private Answer<List<Offer>> ask(Money amount, String channel, Region region, Language language) {
        return payments.offers("amount=" + amount.amount() + "&currency="
                + amount.currency().getCurrencyCode() + "&channel=" + channel + "&country=" + region.country()
                + "&locale=" + language.tag());
    }
}
