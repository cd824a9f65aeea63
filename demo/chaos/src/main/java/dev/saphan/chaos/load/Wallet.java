/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import com.google.gson.JsonObject;
import dev.saphan.chaos.Http;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The wallet, and what happens at Omise without the shop: the simulator's pages. */
final class Wallet {

    private final String url;
    private final Http http;

    Wallet(String url, Http http) {
        this.url = url;
        this.http = http;
    }

    /** Goes to the wallet's page as the payment page sends one there, and decides; where it leads back to. */
    Optional<String> decideAfterRedirect(PaymentSeen payment, String decision) throws IOException {
        http.get(payment.checkoutUrl());
        Optional<String> page = http.postForm(payment.checkoutUrl() + "/redirect", Map.of())
                .location()
                .filter(address -> address.startsWith(url));
        if (page.isEmpty()) {
            return Optional.empty();
        }
        return http.postForm(page.get(), Map.of("decision", decision))
                .location()
                .filter(Wallet::leavesTheWallet);
    }

    /** What the wallet does not allow it tells on its own page. */
    private static boolean leavesTheWallet(String address) {
        return address.startsWith("http");
    }

    /** Scans the code of that charge and decides. */
    void decideOnThePhone(String charge, String decision) throws IOException {
        Optional<String> page = http.postForm(url + "/wallet/scan", Map.of("content", charge))
                .location()
                .filter(address -> address.startsWith("/wallet/pay/"));
        if (page.isPresent()) {
            http.postForm(url + page.get(), Map.of("decision", decision));
        }
    }

    /** A code to show at the till. */
    String code(Way way, String outcome) throws IOException {
        JsonObject wish = new JsonObject();
        wish.addProperty("type", way.method());
        wish.addProperty("outcome", outcome);
        return http.postJson(url + "/_sim/codes", wish.toString())
                .requireOk()
                .json()
                .getAsJsonObject()
                .get("code")
                .getAsString();
    }

    /** The wallet reports a success although the charge is over; nothing happens if it is not. */
    void payLate(String charge) throws IOException {
        http.postJson(url + "/_sim/charges/" + charge + "/pay_late", "{}");
    }

    void expire(String charge) throws IOException {
        http.postJson(url + "/_sim/charges/" + charge + "/expire_now", "{}");
    }

    /** Somebody at the dashboard gives a part back. */
    void refundAtDashboard(String charge, long minorUnits) throws IOException {
        String amount = BigDecimal.valueOf(minorUnits, 2).toPlainString();
        http.postForm(url + "/dashboard/charges/" + charge + "/refund", Map.of("amount", amount));
    }
}
