/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import java.util.Locale;

/** What came of comparing one charge or refund. */
public enum Finding {
    /** Both books say the same. */
    AGREED,
    /** Not settled yet, and looked at in its own rhythm: no difference. */
    IN_MOTION,
    /** Of another store of this installation that uses the same account. */
    ELSEWHERE,
    /** Made for one of our attempts, which does not know it: its answer was lost. */
    CHARGE_UNKNOWN(true),
    /** A second charge for an attempt of ours that has one already: taken over, it is an attempt of its own. */
    CHARGE_DOUBLED(true),
    /** Nothing of ours: made in the dashboard, by another system on the account, or before our books began. */
    CHARGE_FOREIGN(false),
    /** Ours, and the gateway has none. */
    CHARGE_MISSING(true),
    STATUS_DIFFERS(true),
    /** Paid an order of ours, and the gateway took the success back, as both books know: the order has no money. */
    CHARGE_REVERSED(false),
    /** The gateway tells otherwise of a dispute than we know. */
    DISPUTE_DIFFERS(true),
    /** A dispute is open, as both books know: its money may go. */
    CHARGE_DISPUTED(false),
    /** A dispute was lost, as both books know: its money is gone. */
    DISPUTE_LOST(false),
    AMOUNT_DIFFERS(true),
    /** Of a charge of ours, made elsewhere. */
    REFUND_UNKNOWN(true),
    /** Of a charge that is none of ours. */
    REFUND_FOREIGN(false),
    /** Ours, and the gateway has none. */
    REFUND_MISSING(true),
    REFUND_STATUS_DIFFERS(true),
    REFUND_AMOUNT_DIFFERS(false);

    private final boolean difference;
    private final boolean repairable;

    Finding() {
        this.difference = false;
        this.repairable = false;
    }

    Finding(boolean repairable) {
        this.difference = true;
        this.repairable = repairable;
    }

    public boolean isDifference() {
        return difference;
    }

    /** Whether reading at the gateway again can mend it; otherwise a person has to decide. */
    public boolean isRepairable() {
        return repairable;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
