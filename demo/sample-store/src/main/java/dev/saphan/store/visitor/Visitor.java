/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.visitor;

import dev.saphan.store.region.Region;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who asks for this page. */
public record Visitor(
        Language language,
        Region region,
        Optional<String> cartId,
        Optional<String> lastOrder,
        Optional<String> notice) {

    static final String LANGUAGE = "language";
    static final String REGION = "region";
    static final String CART = "cart";
    static final String ORDER = "order";
    static final String NOTICE = "notice";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern NOTICE_KEY = Pattern.compile("[a-z_]{1,40}");

    public static Visitor of(HttpHeaders headers) {
        return new Visitor(
                cookie(headers, LANGUAGE)
                        .flatMap(Language::ofTag)
                        .orElseGet(() -> Language.wished(headers.getAcceptableLanguages())),
                cookie(headers, REGION).flatMap(Region::ofCountry).orElse(DefaultRegion.get()),
                cookie(headers, CART).filter(id -> TOKEN.matcher(id).matches()),
                cookie(headers, ORDER).filter(token -> TOKEN.matcher(token).matches()),
                cookie(headers, NOTICE).filter(key -> NOTICE_KEY.matcher(key).matches()));
    }

    private static Optional<String> cookie(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getCookies().get(name)).map(Cookie::getValue);
    }
}
