/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void takesTheFirstWishTheShopCanFulfil() {
        assertThat(Language.wished(List.of(Locale.FRENCH, Locale.forLanguageTag("zh-TW"), Locale.ENGLISH)))
                .isEqualTo(Language.CHINESE);
    }

    @Test
    void speaksEnglishToEverybodyElse() {
        assertThat(Language.wished(List.of(Locale.FRENCH))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void goesBackToItsOwnPagesOnly() {
        assertThat(PreferencesResource.ownPath("http://localhost:8070/products/celadon-cup"))
                .isEqualTo("/products/celadon-cup");
        assertThat(PreferencesResource.ownPath("http://evil.example//evil.example/x"))
                .isEqualTo("/");
        assertThat(PreferencesResource.ownPath("not an address")).isEqualTo("/");
        assertThat(PreferencesResource.ownPath(null)).isEqualTo("/");
    }
}
