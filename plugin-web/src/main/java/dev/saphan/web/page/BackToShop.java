/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.payment.PaymentId;
import java.net.URI;

/** The way back to the storefront: its own address with {@code payment} added to the query. Never a status. */
final class BackToShop {

    private BackToShop() {}

    static URI address(URI returnUrl, PaymentId payment) {
        String whole = returnUrl.toString();
        int hash = whole.indexOf('#');
        String address = hash < 0 ? whole : whole.substring(0, hash);
        String fragment = hash < 0 ? "" : whole.substring(hash);
        return URI.create(address + separator(address) + "payment=" + payment + fragment);
    }

    private static String separator(String address) {
        if (address.indexOf('?') < 0) {
            return "?";
        }
        return address.endsWith("?") || address.endsWith("&") ? "" : "&";
    }
}
