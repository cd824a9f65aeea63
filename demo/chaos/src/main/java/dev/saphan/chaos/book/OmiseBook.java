/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import java.util.List;

/** What Omise knows. Amounts in minor units. */
public record OmiseBook(List<Charge> charges, List<Refund> refunds) {

    /**
     * @param attempt of the plugin, from the charge's metadata; empty if the plugin did not make it
     * @param status pending, successful, failed, expired, reversed
     */
    public record Charge(String id, String attempt, long amount, String currency, String status) {
        boolean isSuccessful() {
            return status.equals("successful");
        }
    }

    /** @param request the plugin's refund, from the metadata; empty if it was made in Omise's dashboard */
    public record Refund(String id, String charge, String request, long amount, String currency) {}
}
