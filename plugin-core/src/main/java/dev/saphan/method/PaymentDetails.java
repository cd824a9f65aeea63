/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the storefront told of the shopper and the cart, as far as a method may use it. Personal data: it lies apart
 * from the books and can be erased without them.
 *
 * @param phone with its country code
 * @param ip of the shopper
 * @param platform WEB, IOS or ANDROID: what the shopper holds
 */
public record PaymentDetails(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String ip,
        @Nullable String platform,
        @Nullable List<Item> items,
        @Nullable Address billing,
        @Nullable Address shipping,
        @Nullable String promotionCode) {

    public static final PaymentDetails NONE = new PaymentDetails(null, null, null, null, null, null, null, null, null);

    /**
     * One position of the cart.
     *
     * @param amount of one piece, in minor units of the payment's currency */
    public record Item(
            String name,
            long quantity,
            long amount,
            @Nullable String sku,
            @Nullable String category,
            @Nullable String brand,
            @Nullable String itemUri,
            @Nullable String imageUri) {}

    /**
     * A postal address.
     *
     * @param country two letters */
    public record Address(
            @Nullable String street1,
            @Nullable String street2,
            @Nullable String city,
            @Nullable String state,
            @Nullable String country,
            @Nullable String postalCode) {}
}
