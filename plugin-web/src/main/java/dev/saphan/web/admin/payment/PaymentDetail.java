/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.refund.ApprovalLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payment with all that happened to it, as the page shows it.
 *
 * @param pendingRefunds empty where none is on its way
 * @param metadata the storefront's own words, empty where it sent none
 * @param syncNote why there is nothing to read at Omise, empty where there is
 * @param cancelNote why it cannot be cancelled now, empty where it can
 * @param refundNote why nothing can be refunded now, empty where something can
 */
public record PaymentDetail(
        String id,
        String order,
        String storeName,
        String storeId,
        String mode,
        String timeZone,
        StatusBadge status,
        String amount,
        String refunded,
        String pendingRefunds,
        String method,
        String channel,
        Moment created,
        @Nullable Moment paid,
        Moment closes,
        boolean open,
        String metadata,
        String syncNote,
        String cancelNote,
        String refundNote,
        List<AttentionNote> attention,
        List<AttemptLine> attempts,
        List<RefundLine> refunds,
        List<ApprovalLine> approvals,
        List<Sibling> siblings) {

    /** What a person has to look at, and what to do about it. */
    public record AttentionNote(String code, String title, String meaning, String advice) {}

    /**
     * One charge at Omise.
     *
     * @param dispute where a dispute about it stands, and what is at stake; empty where there is none
     */
    public record AttemptLine(
            int number,
            String id,
            String method,
            StatusBadge status,
            String chargeId,
            String chargeAddress,
            String failure,
            String omiseCode,
            String dispute,
            Moment created,
            @Nullable Moment expires,
            boolean paidTheOrder,
            boolean surplus) {}

    /** Money that went or goes back. */
    public record RefundLine(
            String id,
            String omiseId,
            String amount,
            StatusBadge status,
            boolean voided,
            String origin,
            String requestedBy,
            String approvedBy,
            String reason,
            Moment created) {}

    /** Another payment of the same order. */
    public record Sibling(String id, String address, String amount, StatusBadge status, Moment created) {}

    public boolean isSyncable() {
        return syncNote.isEmpty();
    }

    public boolean isCancellable() {
        return cancelNote.isEmpty();
    }

    public boolean isRefundable() {
        return refundNote.isEmpty();
    }
}
