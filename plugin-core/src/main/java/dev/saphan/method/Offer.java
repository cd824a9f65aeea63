/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.settings.MethodSettings.AmountRange;
import java.util.Optional;

/**
 * One method for one cart.
 *
 * @param limits that hold for the cart's currency; empty if the method does not take it
 * @param reason why it is unavailable; empty when it is available
 */
public record Offer(PaymentMethod method, Optional<AmountRange> limits, Optional<Reason> reason) {

    public boolean isAvailable() {
        return reason.isEmpty();
    }
}
