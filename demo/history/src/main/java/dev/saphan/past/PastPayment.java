/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A payment with all that belongs to it. Names of states are the plugin's. Amounts in satang.
 *
 * @param number counts from 0, in order of time
 * @param token of the payment's page
 * @param attention what a person still has to look at
 * @param changed when something happened last
 */
public record PastPayment(
        long number,
        String id,
        String order,
        String token,
        Basket basket,
        boolean inThai,
        PastMethod method,
        String status,
        Optional<String> closedReason,
        long refunded,
        Optional<Attempt> paidBy,
        Optional<Instant> paid,
        Instant created,
        Instant changed,
        Instant closes,
        List<Attempt> attempts,
        List<Refund> refunds,
        List<String> attention,
        List<Entry> story) {

    /**
     * One charge.
     *
     * @param failure Omise's word
     */
    public record Attempt(
            String id,
            int number,
            PastMethod method,
            String status,
            String charge,
            Optional<String> failure,
            Instant created,
            Instant expires,
            Optional<Instant> settled) {

        /** Who stood at the till; empty where there was none. */
        public Optional<String> cashier() {
            return method.channel().equals("COUNTER") ? Optional.of(Cashiers.at(created)) : Optional.empty();
        }

        public boolean isSuccessful() {
            return status.equals("SUCCESSFUL");
        }

        public boolean isPending() {
            return status.equals("PENDING");
        }
    }

    /** @param gatewayId Omise's; empty if Omise refused it */
    public record Refund(
            String id,
            Optional<String> gatewayId,
            Attempt attempt,
            long amount,
            String status,
            boolean voided,
            String reason,
            String origin,
            String by,
            Instant created) {

        public boolean isSucceeded() {
            return status.equals("SUCCEEDED");
        }
    }

    /** A line of the story. */
    public record Entry(Instant at, String actor, String kind, String detail) {}

    public long amount() {
        return basket.amount();
    }

    /** How often it changed, and how many messages about it the storefront has heard. */
    public long steps() {
        return story.size();
    }

    public boolean isOpen() {
        return status.equals("OPEN");
    }

    public boolean isPaid() {
        return status.equals("PAID");
    }

    public String description() {
        return basket.description(inThai);
    }
}
