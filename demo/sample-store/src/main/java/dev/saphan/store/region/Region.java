/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.region;

import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;

/** A country the shop delivers to. It decides the currency, and with it which payment methods can work. */
public enum Region {
    THAILAND("TH", "THB", "+66"),
    SINGAPORE("SG", "SGD", "+65"),
    MALAYSIA("MY", "MYR", "+60");

    private final String country;
    private final String currency;
    private final String callingCode;

    Region(String country, String currency, String callingCode) {
        this.country = country;
        this.currency = currency;
        this.callingCode = callingCode;
    }

    public static Optional<Region> ofCountry(String country) {
        return Arrays.stream(values()).filter(r -> r.country.equals(country)).findFirst();
    }

    public String country() {
        return country;
    }

    public Currency currency() {
        return Currency.getInstance(currency);
    }

    public String callingCode() {
        return callingCode;
    }
}
