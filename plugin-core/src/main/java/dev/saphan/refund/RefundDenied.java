/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.user.Role;
import java.util.List;
import java.util.Optional;

/** A person may not have that refund made, or not decide about it. Nothing was done. */
public final class RefundDenied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The role that it needs is not, or no longer, theirs in that store. */
        ROLE,
        /** It is more than they may still ask for today. */
        BUDGET,
        /** Nobody approves what they asked for themselves. */
        ONESELF,
        /** Only who asked takes it back. */
        ANOTHER,
        /** Somebody else decided, or the time to decide is over. */
        DECIDED
    }

    private final Reason reason;
    private final transient Optional<Money> left;
    private final transient List<Role> others;

    private RefundDenied(Reason reason, Optional<Money> left, List<Role> others) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.left = left;
        this.others = others;
    }

    static RefundDenied because(Reason reason) {
        return new RefundDenied(reason, Optional.empty(), List.of());
    }

    static RefundDenied overBudget(Money left, List<Role> others) {
        return new RefundDenied(Reason.BUDGET, Optional.of(left), List.copyOf(others));
    }

    public Reason reason() {
        return reason;
    }

    /** Of today's budget. */
    public Optional<Money> left() {
        return left;
    }

    /** Whose budget is large enough for it. */
    public List<Role> others() {
        return others;
    }
}
