/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.settings.AccountKey;
import dev.saphan.testing.NoDatabase;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** Nothing waits for approval. */
final class ApprovalsInMemory extends RefundApprovals {

    private final List<RefundApproval> all;

    ApprovalsInMemory(RefundApproval... all) {
        super(NoDatabase.entities());
        this.all = List.of(all);
    }

    @Override
    public List<RefundApproval> of(PaymentId payment) {
        return all;
    }

    @Override
    Money waitingOf(AccountKey account, String person, Currency currency, Instant since) {
        return all.stream()
                .filter(approval -> approval.askedBy().equals(person) && approval.isWaiting())
                .map(RefundApproval::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
