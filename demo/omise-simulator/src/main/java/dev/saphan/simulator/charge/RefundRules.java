/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.method.Method;
import dev.saphan.simulator.method.Refunding;
import java.time.Instant;

/** When money may go back, and whether a refund is a void. */
final class RefundRules {

    private static final int MOST_PARTIAL_REFUNDS = 15;

    private final Charge charge;
    private final Refunding rules;
    private final Instant now;

    RefundRules(Charge charge, Method method, Instant now) {
        this.charge = charge;
        this.rules = method.refunding();
        this.now = now;
    }

    boolean refundable() {
        return charge.isPaid() && charge.remaining() > 0 && inWindow() && !charge.isDisputed();
    }

    boolean partiallyRefundable() {
        return refundable() && rules.partial() && charge.refunds().size() < MOST_PARTIAL_REFUNDS;
    }

    /** In test mode Omise leaves it true for weeks. */
    boolean canPerformVoid() {
        boolean untouched = charge.isPaid() && charge.refunds().isEmpty();
        return untouched && (!charge.livemode() || voidIsOpen());
    }

    void check(long amount) {
        if (amount <= 0) {
            throw new ApiError(400, "invalid_amount", "amount must be greater than 0");
        }
        if (!charge.isPaid()) {
            throw refused("charge is not paid");
        }
        if (charge.isDisputed()) {
            throw refused("charge is disputed");
        }
        if (amount > charge.remaining()) {
            throw refused("amount is greater than the refundable amount of " + charge.remaining());
        }
        if (!inWindow()) {
            throw refused("charge is too old to be refunded");
        }
        if (amount < charge.terms().amount() && !partiallyRefundable() && !isRestAfterParts(amount)) {
            throw refused("charge can not be partially refunded");
        }
    }

    boolean isVoid(long amount) {
        return amount == charge.terms().amount() && charge.refunds().isEmpty() && voidIsOpen();
    }

    /** Not a sixteenth partial refund: after fifteen nothing more goes back. */
    private boolean isRestAfterParts(long amount) {
        return rules.partial()
                && amount == charge.remaining()
                && charge.refunds().size() < MOST_PARTIAL_REFUNDS;
    }

    private boolean inWindow() {
        Instant paidAt = charge.state().paidAt();
        return paidAt != null && now.isBefore(paidAt.plus(rules.window()));
    }

    private boolean voidIsOpen() {
        return rules.voidCutOff().isOpen(charge.createdAt(), now);
    }

    private static ApiError refused(String text) {
        return new ApiError(400, "failed_refund", text);
    }
}
