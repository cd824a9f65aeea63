/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import dev.saphan.method.PaymentDetails;
import dev.saphan.method.PaymentDetails.Address;
import dev.saphan.method.PaymentDetails.Item;
import dev.saphan.web.json.Fields;
import dev.saphan.web.json.Warnings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a storefront tells of shopper and cart. None of it decides whether an order can be paid, so what only decorates
 * is made to fit. By what a shopper is reached or recognised is refused if it cannot be used.
 */
final class DetailsRequest {

    private static final int MOST_ITEMS = 200;
    private static final int LONGEST_URI = 2000;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private DetailsRequest() {}

    static PaymentDetails read(Fields fields) {
        Optional<Fields> shopper = fields.object("shopper");
        return new PaymentDetails(
                shopper.flatMap(about -> about.decoration("name", 200)).orElse(null),
                shopper.flatMap(about -> about.line("email", 254)).orElse(null),
                shopper.flatMap(about -> about.line("phone", 30)).orElse(null),
                shopper.flatMap(about -> about.line("ip", 45)).orElse(null),
                shopper.flatMap(about -> about.parsed("platform", 10, DetailsRequest::platform))
                        .orElse(null),
                fields.objects("items", MOST_ITEMS).map(DetailsRequest::items).orElse(null),
                fields.object("billing").map(DetailsRequest::address).orElse(null),
                fields.object("shipping").map(DetailsRequest::address).orElse(null),
                fields.line("promotionCode", 100).orElse(null));
    }

    private static List<Item> items(List<Fields> items) {
        return items.stream()
                .map(DetailsRequest::item)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty if it has no name, or nothing of it was bought. */
    private static Optional<Item> item(Fields item) {
        Optional<String> name = item.decoration("name", 255);
        BigDecimal quantity = item.number("quantity").orElse(BigDecimal.ONE);
        long amount = item.integer("amount").orElse(0L);
        if (name.isEmpty()) {
            item.warn("name", Warnings.Kind.LEFT_OUT);
            return Optional.empty();
        }
        if (quantity.signum() <= 0) {
            item.warn("quantity", Warnings.Kind.LEFT_OUT);
            return Optional.empty();
        }
        boolean whole = quantity.stripTrailingZeros().scale() <= 0;
        if (!whole) {
            item.warn("quantity", Warnings.Kind.PART);
        }
        return Optional.of(new Item(
                name.get(),
                whole ? exact(item, "quantity", quantity) : 1,
                whole ? amount : exact(item, "amount", part(amount, quantity)),
                decoration(item, "sku", 100),
                decoration(item, "category", 100),
                decoration(item, "brand", 100),
                item.wholeDecoration("itemUri", LONGEST_URI).orElse(null),
                item.wholeDecoration("imageUri", LONGEST_URI).orElse(null)));
    }

    /** What that much of one piece costs. */
    private static BigDecimal part(long amount, BigDecimal quantity) {
        return quantity.multiply(BigDecimal.valueOf(amount)).setScale(0, RoundingMode.HALF_UP);
    }

    private static long exact(Fields item, String name, BigDecimal number) {
        if (number.abs().compareTo(LARGEST) > 0) {
            throw item.invalid(name);
        }
        return number.longValueExact();
    }

    private static Address address(Fields address) {
        return new Address(
                decoration(address, "street1", 255),
                decoration(address, "street2", 255),
                decoration(address, "city", 100),
                decoration(address, "state", 100),
                address.wholeDecoration("country", 2).orElse(null),
                decoration(address, "postalCode", 20));
    }

    private static @Nullable String decoration(Fields fields, String name, int longest) {
        return fields.decoration(name, longest).orElse(null);
    }

    private static String platform(String code) {
        if (!List.of("WEB", "IOS", "ANDROID").contains(code)) {
            throw new IllegalArgumentException("not a platform");
        }
        return code;
    }
}
