/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.selection;

import dev.saphan.payment.Payment;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.Asked;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundApprovals;
import dev.saphan.refund.Refunds;
import dev.saphan.refund.batch.RefundBatch;
import dev.saphan.refund.batch.RefundBatchItem;
import dev.saphan.refund.batch.RefundBatches;
import dev.saphan.settings.Stores;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads how far a selection is and what came of each payment, as it stands by now. */
@RequestScoped
public class SelectionProgressReader {

    @Inject
    RefundBatches batches;

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    RefundApprovals approvals;

    @Inject
    Stores stores;

    @Inject
    Transactions transactions;

    @Inject
    Wording wording;

    Optional<SelectionView> find(String id) {
        return transactions.call(() -> batches.find(id).map(this::read));
    }

    private SelectionView read(RefundBatch batch) {
        List<RefundBatchItem> items = batches.items(batch.id());
        long done = items.stream().filter(RefundBatchItem::isDone).count();
        return new SelectionView(
                batch.id(),
                batch.account().store(),
                batch.account().mode().code(),
                batch.isRunning(),
                items.isEmpty() ? 100 : (int) (100 * done / items.size()),
                wording.of("selection.progress", done, items.size()),
                batch.askedBy(),
                Moment.of(batch.createdAt(), stores.get(batch.account().store()).timeZone()),
                batch.reason(),
                items.stream().map(this::result).toList());
    }

    private SelectionResult result(RefundBatchItem item) {
        Payment payment = payments.find(item.payment()).orElseThrow();
        return new SelectionResult(
                PageAddress.of("payment.xhtml").with("id", payment.id().value()).toString(),
                payment.orderReference(),
                item.amount().format(wording.locale()),
                status(item),
                item.refusal()
                        .map(code -> wording.ofOr("selection.refused." + code, wording.of("refund.refused")))
                        .orElse(""));
    }

    private StatusBadge status(RefundBatchItem item) {
        if (item.refusal().isPresent()) {
            return badge("refused", "selection.refused");
        }
        return item.result().map(this::status).orElseGet(() -> badge("unknown", "selection.not_yet"));
    }

    private StatusBadge status(Asked asked) {
        if (asked instanceof Asked.Waits waits) {
            String code =
                    approvals.find(waits.approval()).orElseThrow().status().code();
            return badge(code, "approval.status." + code);
        }
        return refunds.find(asked.refund())
                .map(SelectionProgressReader::code)
                .map(code -> badge(code, "refund." + code))
                .orElseGet(() -> badge("failed", "refund.failed"));
    }

    private static String code(Refund refund) {
        return refund.isVoided() ? "voided" : refund.status().code();
    }

    private StatusBadge badge(String code, String key) {
        return new StatusBadge(code, wording.of(key));
    }
}
