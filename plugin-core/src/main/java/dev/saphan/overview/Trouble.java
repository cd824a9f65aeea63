/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentTotal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of one store and mode needs a person.
 *
 * @param payments in which condition how many are, with their money for each currency; without those in which none is
 * @param messages to the storefront that are no longer delivered
 * @param silence empty where too few webhooks came to judge by
 */
public record Trouble(Map<Condition, List<PaymentTotal>> payments, long messages, Optional<WebhookSilence> silence) {

    public boolean isSilent() {
        return silence.filter(WebhookSilence::isUnusual).isPresent();
    }
}
