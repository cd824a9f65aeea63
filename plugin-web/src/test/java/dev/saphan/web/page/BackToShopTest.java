/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.payment.PaymentId;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackToShopTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example?payment=pay_1",
        "https://shop.example/orders/7, https://shop.example/orders/7?payment=pay_1",
        "https://shop.example/o?order=7, https://shop.example/o?order=7&payment=pay_1",
        "https://shop.example/o?, https://shop.example/o?payment=pay_1",
        "https://shop.example/o?a=b&, https://shop.example/o?a=b&payment=pay_1",
        "https://shop.example/o?a=%26b#done?x, https://shop.example/o?a=%26b&payment=pay_1#done?x",
        "https://shop.example/#/orders/7, https://shop.example/?payment=pay_1#/orders/7",
        "https://shop.example/o?payment=, https://shop.example/o?payment=pay_1",
        "https://shop.example/o?payment=pay_0&a=b, https://shop.example/o?a=b&payment=pay_1",
        "https://shop.example/o?a=b&payment&c, https://shop.example/o?a=b&c&payment=pay_1",
        "https://shop.example/o?%70ayment=x&payment=y#payment=z, https://shop.example/o?payment=pay_1#payment=z",
        "https://shop.example/o?payments=1&Payment=2&a=payment, https://shop.example/o?payments=1&Payment=2&a=payment&payment=pay_1"
    })
    void addsThePaymentToWhateverQueryThereIs(URI returnUrl, URI expected) {
        assertThat(BackToShop.address(returnUrl, new PaymentId("pay_1"))).isEqualTo(expected);
    }
}
