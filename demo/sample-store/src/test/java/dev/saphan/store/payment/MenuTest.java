/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MenuTest {

    @Test
    void greysWhatTheShopperCanChangeAndExplainsTheRest() {
        Menu menu = Menu.of(
                List.of(
                        offer("alipay_cn", null),
                        offer("atome_qr", "amount_below_minimum"),
                        offer("paynext", "currency_not_supported")),
                List.of(
                        offer("alipay_cn", "channel_not_supported"),
                        offer("wechat", "currency_not_supported"),
                        offer("paynext", "currency_not_supported")));

        assertThat(menu.online()).extracting(Offer::code).containsExactly("alipay_cn", "atome_qr");
        assertThat(menu.counter()).isEmpty();
        assertThat(menu.others()).extracting(Offer::code).containsExactly("paynext", "wechat");
        assertThat(menu.nothingWorks()).isFalse();
    }

    private static Offer offer(String code, @Nullable String reason) {
        return new Offer(code, code, "", "qr", null, reason == null, reason, reason);
    }
}
