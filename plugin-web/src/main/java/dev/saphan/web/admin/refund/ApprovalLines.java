/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.payment.PaymentId;
import dev.saphan.refund.RefundApproval;
import dev.saphan.refund.RefundApprovals;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;

/** Tells what of a payment needs, or needed, a second person. Call it inside a transaction. */
@RequestScoped
public class ApprovalLines {

    @Inject
    RefundApprovals approvals;

    @Inject
    Wording wording;

    /** Oldest first. */
    public List<ApprovalLine> of(PaymentId payment, ZoneId zone) {
        return approvals.of(payment).stream()
                .map(approval -> line(approval, zone))
                .toList();
    }

    private ApprovalLine line(RefundApproval approval, ZoneId zone) {
        return new ApprovalLine(
                approval.id().value(),
                PageAddress.of("approval.xhtml")
                        .with("id", approval.id().value())
                        .toString(),
                approval.amount().format(wording.locale()),
                status(approval, wording),
                approval.askedBy(),
                approval.reason(),
                Moment.of(approval.askedAt(), zone),
                approval.decidedBy()
                        .map(name -> wording.ofOr("actor." + name, name))
                        .orElse(""),
                approval.decision().orElse(""),
                approval.isWaiting());
    }

    static StatusBadge status(RefundApproval approval, Wording wording) {
        String code = approval.status().code();
        return new StatusBadge(code, wording.of("approval.status." + code));
    }
}
