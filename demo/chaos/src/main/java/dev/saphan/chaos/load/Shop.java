/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import dev.saphan.chaos.Http;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sample store as a browser meets it: pages, forms, cookies. */
final class Shop {

    private static final Pattern CHECKOUT_KEY = Pattern.compile("name=\"checkout\" value=\"([A-Za-z0-9_-]{22})\"");
    private static final Pattern ORDER_COOKIE = Pattern.compile("order[^=]*=\"?([A-Za-z0-9_-]{16,})");
    private static final Pattern REFERENCE = Pattern.compile("RK-[0-9A-Z]{7}");
    private static final int DELIVERY = 10_000;

    private final String url;
    private final Http http;

    Shop(String url, Http http) {
        this.url = url;
        this.http = http;
    }

    /** The shopkeeper gets more of it than anybody will buy. */
    void restock(String product) throws IOException {
        http.postForm(url + "/manage/stock", Map.of("product", product, "quantity", String.valueOf(DELIVERY)));
    }

    /** A filled-in checkout page that is ready to be sent. */
    record Checkout(String cookie, Map<String, String> form) {}

    Checkout fillIn(Visit visit) throws IOException {
        Http.Answer cart = Patience.insist(
                () -> fine(http.postForm(url + "/cart", Map.of("product", visit.product(), "quantity", "1"))));
        String cookie = cookies(cart);
        String page = Patience.insist(
                        () -> http.get(url + "/checkout", "Cookie", cookie).requireOk())
                .body();
        Matcher key = CHECKOUT_KEY.matcher(page);
        if (!key.find()) {
            throw new IOException("the checkout page has no key");
        }
        return new Checkout(
                cookie,
                Map.of(
                        "checkout",
                        key.group(1),
                        "name",
                        "Shopper " + visit.name(),
                        "email",
                        "shopper@example.com",
                        "pay",
                        visit.way().choice()));
    }

    /** The order's token. Sent again it is the same order. */
    String send(Checkout checkout) throws IOException {
        return Patience.insist(
                () -> token(fine(http.postForm(url + "/checkout", checkout.form(), "Cookie", checkout.cookie()))));
    }

    String reference(String token) throws IOException {
        String page = Patience.insist(() -> http.get(url + "/orders/" + token).requireOk())
                .body();
        Matcher reference = REFERENCE.matcher(page);
        if (!reference.find()) {
            throw new IOException("the order page has no number");
        }
        return reference.group();
    }

    void pay(String token, Way way) throws IOException {
        fine(http.postForm(url + "/orders/" + token + "/pay", Map.of("pay", way.choice())));
    }

    void cancel(String token) throws IOException {
        fine(http.postForm(url + "/orders/" + token + "/cancel", Map.of()));
    }

    void lookAt(String token) throws IOException {
        http.get(url + "/orders/" + token + "/state").requireOk();
    }

    /** Where the wallet sends the browser, and on from there. */
    Http.Answer open(String address) throws IOException {
        Http.Answer answer = fine(http.get(address));
        Optional<String> further = answer.location();
        return further.isPresent() && further.get().startsWith("http") ? fine(http.get(further.get())) : answer;
    }

    String returnAddress(String token) {
        return url + "/orders/" + token + "/returned";
    }

    private static String token(Http.Answer answer) throws IOException {
        Optional<String> inAddress = answer.location()
                .filter(address -> address.contains("/orders/"))
                .map(address -> address.substring(address.indexOf("/orders/") + 8));
        if (inAddress.isPresent()) {
            return inAddress.get();
        }
        Matcher cookie = ORDER_COOKIE.matcher(cookies(answer));
        if (!cookie.find()) {
            throw new IOException("no order came of the checkout: " + answer.status() + " " + answer.location());
        }
        return cookie.group(1);
    }

    private static String cookies(Http.Answer answer) {
        return answer.headers().getOrDefault("set-cookie", List.of()).stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .reduce((left, right) -> left + "; " + right)
                .orElse("");
    }

    private static Http.Answer fine(Http.Answer answer) throws IOException {
        if (answer.status() >= 400) {
            answer.requireOk();
        }
        return answer;
    }
}
