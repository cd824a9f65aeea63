/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.store.cart.Cart;
import dev.saphan.store.fake.StoreOfTests;
import dev.saphan.store.payment.Menu;
import dev.saphan.store.region.Region;
import dev.saphan.store.visitor.Language;
import dev.saphan.store.visitor.Visitor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {

    private final StoreOfTests store = new StoreOfTests();
    private final Pages pages = new Pages(store.carts);

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void drawsTheShelfInEveryLanguage(Language language) {
        String page = draw("catalogue", language, Map.of("products", store.products.all(language, Region.MALAYSIA)));
        assertThat(page).contains("<html lang=\"" + language.tag()).contains("RM0.90");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void drawsCartAndProductInEveryLanguage(Language language) {
        Visitor visitor = visitor(language);
        store.carts.add(visitor.cartId().orElseThrow(), store.product("celadon-cup"), 2);
        Cart cart = store.carts.of(visitor);
        assertThat(draw("cart", language, Map.of("cart", cart))).contains(Texts.of(language.locale(), "to_checkout"));
        assertThat(draw("product", language, Map.of("product", store.product("aged-puer"))))
                .contains(Texts.of(language.locale(), "only_left", "3"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void offersToOrderWhenThePaymentServiceIsAway(Language language) {
        String page = draw("pay", language, Map.of("order", store.order("celadon-cup", 1), "menu", Menu.UNREACHABLE));
        assertThat(page).contains(Texts.of(language.locale(), "pay_unreachable"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leadsBackToTheLastOrderFromEverywhere(Language language) {
        String page = draw("failure", language, Map.of("text", "missing"));
        assertThat(page).contains("/orders/" + "t".repeat(22));
    }

    private String draw(String template, Language language, Map<String, Object> model) {
        return pages.draw(visitor(language), template, model);
    }

    private static Visitor visitor(Language language) {
        return new Visitor(
                language,
                Region.THAILAND,
                Optional.of("c".repeat(22)),
                Optional.of("t".repeat(22)),
                Optional.of("forged_notice"));
    }
}
