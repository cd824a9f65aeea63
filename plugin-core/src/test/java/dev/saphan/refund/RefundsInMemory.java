/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.settings.AccountKey;
import dev.saphan.testing.NoDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refunds of the only payment there is. */
final class RefundsInMemory extends Refunds {

    private final List<Refund> all;
    private @Nullable Instant since;

    RefundsInMemory(List<Refund> all) {
        this(NoDatabase.entities(), all);
    }

    /** @param entities where one is found by its id */
    RefundsInMemory(EntityManager entities, List<Refund> all) {
        super(entities);
        this.all = all;
    }

    @Override
    public List<Refund> of(PaymentId payment) {
        return all;
    }

    /** Whatever they asked for; the day is for the database to tell. */
    @Override
    Money askedFor(AccountKey account, String person, Currency currency, Instant since) {
        this.since = since;
        return all.stream()
                .filter(refund -> refund.requestedBy().equals(person) && refund.isTaken())
                .map(Refund::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** Since when was asked last. */
    @Nullable
    Instant since() {
        return since;
    }
}
