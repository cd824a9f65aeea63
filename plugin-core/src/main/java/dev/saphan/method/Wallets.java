/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.money.Money;
import dev.saphan.settings.MethodSettings.AmountRange;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What several descriptors are made of. */
final class Wallets {

    /** 16:15 UTC is 00:15 of the next day in GMT+8; two of Omise's pages state the one, one the other. */
    static final VoidCutoff AT_16_15_UTC = new VoidCutoff(LocalTime.of(16, 15), ZoneOffset.UTC);

    static final VoidCutoff AT_MIDNIGHT_IN_BANGKOK = new VoidCutoff(LocalTime.MIDNIGHT, ZoneId.of("Asia/Bangkok"));

    private Wallets() {}

    static AmountRange range(String currency, long minimum, long maximum) {
        return new AmountRange(Money.ofMinor(minimum, currency), Money.ofMinor(maximum, currency));
    }
}
