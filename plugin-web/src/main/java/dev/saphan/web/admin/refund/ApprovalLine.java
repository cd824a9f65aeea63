/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.StatusBadge;

/**
 * A refund that needs, or needed, a second person, beside its payment.
 *
 * @param decidedBy empty while nobody decided
 * @param decision why it was declined
 */
public record ApprovalLine(
        String id,
        String address,
        String amount,
        StatusBadge status,
        String askedBy,
        String reason,
        Moment asked,
        String decidedBy,
        String decision,
        boolean waiting) {}
