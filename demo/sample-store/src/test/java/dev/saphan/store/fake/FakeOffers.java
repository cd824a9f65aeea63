/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.fake;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** The method list of the stand-in: the five methods with the limits of the sources, in English. */
final class FakeOffers {

    private record Method(String code, String label, String flow, List<String> channels, Map<String, long[]> limits) {}

    private static final long[] NONE = {};

    private static final List<Method> ALL = List.of(
            new Method(
                    "alipay_cn",
                    "Alipay",
                    "redirect",
                    List.of("online"),
                    Map.of("THB", limit(2000, 15000000), "SGD", limit(100, 2000000))),
            new Method(
                    "atome_qr",
                    "Atome",
                    "qr",
                    List.of("online", "counter"),
                    Map.of("THB", limit(2000, 5000000), "SGD", limit(150, 300000), "MYR", limit(1000, 500000))),
            new Method(
                    "installment_paynext_extra_qr",
                    "PayNext Extra instalments",
                    "qr",
                    List.of("online", "counter"),
                    Map.of("THB", limit(100000, 15000000))),
            new Method(
                    "alipayplus_upm",
                    "Alipay+ wallets",
                    "scan",
                    List.of("counter"),
                    Map.of("THB", limit(2000, 15000000), "SGD", limit(100, 2000000), "MYR", limit(100, 3000000))),
            new Method(
                    "barcode_wechat", "WeChat Pay", "scan", List.of("counter"), Map.of("THB", limit(2000, 15000000))));

    private FakeOffers() {}

    static JsonObject of(Map<String, String> query) {
        JsonArrayBuilder methods = Json.createArrayBuilder();
        ALL.forEach(method -> methods.add(offer(method, query)));
        return Json.createObjectBuilder().add("methods", methods).build();
    }

    private static JsonObjectBuilder offer(Method method, Map<String, String> query) {
        long[] limits = method.limits().getOrDefault(query.getOrDefault("currency", ""), NONE);
        long amount = Long.parseLong(query.getOrDefault("amount", "0"));
        JsonValue reason = JsonValue.NULL;
        if (!method.channels().contains(query.getOrDefault("channel", ""))) {
            reason = reason(
                    "channel_not_supported",
                    method.label() + " works " + (method.channels().contains("online") ? "online" : "at the counter")
                            + " only.");
        } else if (limits.length == 0) {
            reason = reason("currency_not_supported", "Not available in " + query.get("currency") + ".");
        } else if (amount < limits[0]) {
            reason = reason("amount_below_minimum", "From " + limits[0] / 100 + " " + query.get("currency") + ".");
        } else if (amount > limits[1]) {
            reason = reason("amount_above_maximum", "Up to " + limits[1] / 100 + " " + query.get("currency") + ".");
        }
        return Json.createObjectBuilder()
                .add("code", method.code())
                .add("label", method.label())
                .add(
                        "description",
                        "redirect".equals(method.flow())
                                ? "Opens the wallet"
                                : "qr".equals(method.flow())
                                        ? "Scan a QR code with your app"
                                        : "Show your payment code")
                .add("flow", method.flow())
                .add("available", reason == JsonValue.NULL)
                .add("reason", reason);
    }

    private static JsonObject reason(String code, String message) {
        return Json.createObjectBuilder()
                .add("code", code)
                .add("message", message)
                .build();
    }

    private static long[] limit(long minimum, long maximum) {
        return new long[] {minimum, maximum};
    }
}
