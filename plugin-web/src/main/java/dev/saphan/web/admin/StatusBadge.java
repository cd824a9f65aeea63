/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.money.Money;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.PaymentStatus;
import java.util.Optional;

/**
 * Where something stands, by a word and a colour.
 *
 * @param code also the class in the style sheet
 */
public record StatusBadge(String code, String text) {

    /** What went back shows in the badge of a payment, as its plain status would hide it. */
    public static StatusBadge of(
            PaymentStatus status,
            boolean processing,
            Optional<ClosedReason> closedReason,
            Money amount,
            Money refunded,
            Wording wording) {
        String code = switch (status) {
            case OPEN -> processing ? "processing" : "open";
            case PAID -> refunded.isZero() ? "paid" : refunded.equals(amount) ? "refunded" : "partly_refunded";
            case CLOSED -> closedReason.map(ClosedReason::code).orElse("closed");
        };
        return new StatusBadge(code, wording.of("status." + code));
    }
}
