/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.payment.PaymentId;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way back to the storefront: its own address with {@code payment} in the query, once, whatever stood there under that
 * name. Never a status.
 */
final class BackToShop {

    private static final String NAME = "payment";

    private BackToShop() {}

    static URI address(URI returnUrl, PaymentId payment) {
        String whole = returnUrl.toString();
        int hash = whole.indexOf('#');
        String fragment = hash < 0 ? "" : whole.substring(hash);
        String address = hash < 0 ? whole : whole.substring(0, hash);
        int mark = address.indexOf('?');
        String page = mark < 0 ? address : address.substring(0, mark);
        Stream<String> own = mark < 0
                ? Stream.empty()
                : Stream.of(address.substring(mark + 1).split("&", -1)).filter(BackToShop::isKept);
        String query = Stream.concat(own, Stream.of(NAME + "=" + payment)).collect(Collectors.joining("&"));
        return URI.create(page + "?" + query + fragment);
    }

    private static boolean isKept(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        return !pair.isEmpty() && !NAME.equals(URLDecoder.decode(name, StandardCharsets.UTF_8));
    }
}
