/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.money.Money;
import java.util.List;
import java.util.Map;

/**
 * A method as it is registered with a storefront.
 *
 * @param labels by language
 */
public record MethodOffer(
        String code,
        Map<String, String> labels,
        String flow,
        List<String> channels,
        String logoUrl,
        boolean enabled,
        List<Limits> limits) {

    /** Per currency, both ends included. */
    public record Limits(Money minimum, Money maximum) {}
}
