/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.store.region.Region;
import org.junit.jupiter.api.Test;

class CheckoutFormTest {

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(form(" ", "nok", "12").mistakes()).containsOnlyKeys("name", "email", "phone");
    }

    @Test
    void phoneIsOptional() {
        assertThat(form("Nok", "nok@example.com", "").mistakes()).isEmpty();
        assertThat(form("Nok", "nok@example.com", "").shopper(Region.THAILAND).phone())
                .isNull();
    }

    @Test
    void aNumberOfHomeGetsItsCountry() {
        assertThat(form("Nok", "nok@example.com", "081 234-5678")
                        .shopper(Region.THAILAND)
                        .phone())
                .isEqualTo("+66812345678");
        assertThat(form("Nok", "nok@example.com", "+65 8123 4567")
                        .shopper(Region.THAILAND)
                        .phone())
                .isEqualTo("+6581234567");
    }

    private static CheckoutForm form(String name, String email, String phone) {
        return new CheckoutForm(name, email, phone, "", "");
    }
}
