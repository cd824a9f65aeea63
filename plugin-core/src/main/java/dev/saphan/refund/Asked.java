/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

/** What came of asking for a refund. */
public sealed interface Asked {

    static Asked of(String id) {
        return id.startsWith(ApprovalId.PREFIX + "_") ? new Waits(new ApprovalId(id)) : new Made(new RefundId(id));
    }

    /** The refund's id, or that of what waits. */
    String id();

    /** @throws IllegalStateException if it waits for approval, which befalls people only */
    default RefundId refund() {
        throw new IllegalStateException(id() + " waits for approval");
    }

    /** It was written down and sent. */
    record Made(RefundId refund) implements Asked {

        @Override
        public String id() {
            return refund.value();
        }
    }

    /** It waits for a second person; Omise was not asked. */
    record Waits(ApprovalId approval) implements Asked {

        @Override
        public String id() {
            return approval.value();
        }
    }
}
