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
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Refunds that are in a list, or in rows. */
final class RefundsInMemory extends Refunds {

    private final Supplier<List<Refund>> all;
    private @Nullable Instant since;

    RefundsInMemory(List<Refund> all) {
        this(NoDatabase.entities(), all);
    }

    /** @param entities where one is found by its id */
    RefundsInMemory(EntityManager entities, List<Refund> all) {
        this(entities, () -> all);
    }

    /** Those that are kept there. */
    RefundsInMemory(RowsInMemory rows) {
        this(rows.entities(), () -> rows.all(Refund.class));
    }

    private RefundsInMemory(EntityManager entities, Supplier<List<Refund>> all) {
        super(entities);
        this.all = all;
    }

    @Override
    public List<Refund> of(PaymentId payment) {
        return all.get().stream()
                .filter(refund -> refund.payment().equals(payment))
                .toList();
    }

    /** Whatever they asked for; the day is for the database to tell. */
    @Override
    Money askedFor(AccountKey account, String person, Currency currency, Instant since) {
        this.since = since;
        return all.get().stream()
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
