/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.StoreId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorefrontsTest {

    private static final StoreId SHOP = new StoreId("shop");

    private final Storefronts storefronts = new Storefronts();

    @Test
    void isOneForAllWhoShareTheClass() {
        assertThat(Storefronts.ofThisApplication()).isNotNull().isSameAs(Storefronts.ofThisApplication());
        assertThat(new StorefrontsBean().storefronts()).isSameAs(Storefronts.ofThisApplication());
    }

    @Test
    void remembersAStorefrontThatWentAway() {
        storefronts.register(SHOP, port()).close();

        assertThat(storefronts.find(SHOP)).isEmpty();
        assertThat(storefronts.everSaw(SHOP)).isTrue();
        assertThat(storefronts.everSaw(new StoreId("other"))).isFalse();
    }

    @Test
    void leavesTheSuccessorWhenTheReplacedOneCloses() {
        OrderPort port = port();
        Storefronts.Registration first = storefronts.register(SHOP, port);
        storefronts.register(SHOP, port);

        first.close();

        assertThat(storefronts.find(SHOP)).containsSame(port);
    }

    @Test
    void tellsWhoListensOfEachThatComes() {
        List<StoreId> seen = new ArrayList<>();
        storefronts.register(SHOP, port());
        Storefronts.Registration listening = storefronts.listen(seen::add);
        storefronts.register(SHOP, port());
        listening.close();
        storefronts.register(SHOP, port());

        assertThat(seen).containsExactly(SHOP);
    }

    @Test
    void tellsWhoListensOfEachStorefrontThatComesWhoeverWentBefore() {
        List<StoreId> seen = new ArrayList<>();
        storefronts.listen(seen::add);
        storefronts.register(SHOP, port()).close();
        storefronts.register(SHOP, port());

        assertThat(seen).containsExactly(SHOP, SHOP);
    }

    private static OrderPort port() {
        return message -> new OrderAnswer.Applied(false);
    }
}
