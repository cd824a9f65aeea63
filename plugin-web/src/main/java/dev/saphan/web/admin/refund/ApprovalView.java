/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.settings.StoreId;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.TimeLeft;
import org.jspecify.annotations.Nullable;

/**
 * A refund that needs, or needed, a second person, as its own page shows it.
 *
 * @param left what would be left of the payment without it
 * @param obstacle why it cannot go back any more; empty where it can
 * @param decidedBy empty while nobody decided
 * @param refund what became of it at Omise; empty if nothing did
 */
public record ApprovalView(
        String id,
        String address,
        String payment,
        String order,
        StoreId store,
        String storeName,
        String mode,
        String modeText,
        String timeZone,
        String amount,
        String paidAmount,
        String left,
        StatusBadge status,
        boolean waiting,
        String askedBy,
        String reason,
        Moment asked,
        TimeLeft expires,
        @Nullable TimeLeft refundable,
        String obstacle,
        String decidedBy,
        @Nullable Moment decided,
        String decision,
        String refund) {}
