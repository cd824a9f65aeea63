/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundApproval;
import dev.saphan.refund.RefundApprovals;
import dev.saphan.refund.Refunds;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What others did about a payment while somebody looked at what is left of it. */
@RequestScoped
public class Meanwhile {

    @Inject
    Refunds refunds;

    @Inject
    RefundApprovals approvals;

    @Inject
    Transactions transactions;

    @Inject
    Wording wording;

    /** Who took the newest part of it, in a sentence; empty if there is not less left than was seen. */
    String since(PaymentId payment, Money seen, Money left) {
        return left.isLessThan(seen)
                ? newest(payment)
                        .map(act -> wording.of(act.key(), act.by(), act.amount()))
                        .orElse("")
                : "";
    }

    private Optional<Act> newest(PaymentId payment) {
        return transactions.call(() -> Stream.concat(
                        refunds.of(payment).stream().map(this::act),
                        approvals.of(payment).stream()
                                .filter(RefundApproval::isWaiting)
                                .map(this::act))
                .max(Comparator.comparing(Act::at)));
    }

    private Act act(Refund refund) {
        String by = wording.ofOr("actor." + refund.requestedBy(), refund.requestedBy());
        return new Act("refund.meanwhile.by", by, refund.amount(), refund.createdAt());
    }

    private Act act(RefundApproval approval) {
        return new Act("refund.meanwhile.asked", approval.askedBy(), approval.amount(), approval.askedAt());
    }

    private record Act(String key, String by, Money amount, Instant at) {}
}
