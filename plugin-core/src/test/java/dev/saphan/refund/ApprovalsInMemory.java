/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.settings.AccountKey;
import dev.saphan.testing.NoDatabase;
import dev.saphan.testing.RowsInMemory;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;

/** Nothing waits for approval. */
final class ApprovalsInMemory extends RefundApprovals {

    private final Supplier<List<RefundApproval>> all;

    ApprovalsInMemory(RefundApproval... all) {
        super(NoDatabase.entities());
        this.all = () -> List.of(all);
    }

    /** Those that are kept there. */
    ApprovalsInMemory(RowsInMemory rows) {
        super(rows.entities());
        this.all = () -> rows.all(RefundApproval.class);
    }

    @Override
    public List<RefundApproval> of(PaymentId payment) {
        return all.get().stream()
                .filter(approval -> approval.payment().equals(payment))
                .toList();
    }

    @Override
    Money waitingOf(AccountKey account, String person, Currency currency, Instant since) {
        return all.get().stream()
                .filter(approval -> approval.askedBy().equals(person) && approval.isWaiting())
                .map(RefundApproval::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
