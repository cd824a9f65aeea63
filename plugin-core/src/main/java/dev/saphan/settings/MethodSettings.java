/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a store says of one method, over the method's own descriptor. Empty means: as the descriptor has it.
 *
 * @param limits per currency, in minor units, both ends included
 */
public record MethodSettings(
        boolean enabled, List<AmountRange> limits, Optional<Duration> refundWindow, Optional<Boolean> partialRefunds) {

    public static final MethodSettings DEFAULT =
            new MethodSettings(true, List.of(), Optional.empty(), Optional.empty());

    /** Both ends included, one currency. */
    public record AmountRange(Money minimum, Money maximum) {

        public AmountRange {
            if (maximum.isLessThan(minimum)) {
                throw new IllegalArgumentException("The maximum lies below the minimum");
            }
        }
    }
}
