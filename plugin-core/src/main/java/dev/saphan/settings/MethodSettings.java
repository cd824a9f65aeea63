/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a store says of one method, over the method's own descriptor. Empty means: as the descriptor has it.
 *
 * @param limits per currency, in minor units, both ends included
 * @param position among the methods, lower ones first; those with the same stand by their code
 * @param labels by language tag
 * @param expiry how long a charge may wait, where the caller says nothing and the method lets it be chosen
 */
public record MethodSettings(
        boolean enabled,
        List<AmountRange> limits,
        Optional<Duration> refundWindow,
        Optional<Boolean> partialRefunds,
        int position,
        Map<String, String> labels,
        Optional<Duration> expiry) {

    /** The position of methods that were given none. */
    public static final int LAST = 1000;

    public static final MethodSettings DEFAULT =
            new MethodSettings(true, List.of(), Optional.empty(), Optional.empty(), LAST, Map.of(), Optional.empty());

    /** As by default, but not offered. */
    public static final MethodSettings OFF =
            new MethodSettings(false, List.of(), Optional.empty(), Optional.empty(), LAST, Map.of(), Optional.empty());

    /** Of a method's limits in one currency; in the back office without {@code saphan.store.<id>.} before it. */
    public static String limitsSetting(StoreId store, String method, String currency) {
        return "saphan.store." + store + ".method." + method + ".limits." + currency;
    }

    /** By what name the store calls the method in that language; empty if it does not. */
    public Optional<String> label(Locale locale) {
        return Optional.ofNullable(labels.get(locale.toLanguageTag()));
    }

    /** Both ends included, one currency. */
    public record AmountRange(Money minimum, Money maximum) {

        public AmountRange {
            if (maximum.isLessThan(minimum)) {
                throw new IllegalArgumentException("The maximum lies below the minimum");
            }
        }
    }
}
