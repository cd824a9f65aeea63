/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.secret.Seal;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.RowsInMemory;
import java.util.Optional;
import java.util.stream.Stream;

/** The payments of those rows. */
class PaymentsInMemory extends Payments {

    private final RowsInMemory rows;

    PaymentsInMemory(RowsInMemory rows, Seal seal) {
        super(rows.entities(), seal);
        this.rows = rows;
    }

    @Override
    public Optional<Attempt> findAttemptByCharge(StoreId store, Mode mode, String chargeId) {
        return rows.all(Attempt.class).stream()
                .filter(attempt -> attempt.account().equals(new AccountKey(store, mode)))
                .filter(attempt -> attempt.chargeId().equals(Optional.of(chargeId)))
                .findFirst();
    }

    @Override
    Optional<Payment> lockActive(PaymentOrder order) {
        return active(order.store(), order.mode(), order.reference())
                .findFirst()
                .map(payment -> lock(payment.id()));
    }

    @Override
    boolean hasAnotherActive(Payment payment) {
        return active(payment.store(), payment.mode(), payment.orderReference())
                .anyMatch(other -> !other.id().equals(payment.id()));
    }

    @Override
    void remove(Payment payment) {
        rows.entities().remove(payment);
    }

    private Stream<Payment> active(StoreId store, Mode mode, String order) {
        return rows.all(Payment.class).stream()
                .filter(payment -> payment.status() != PaymentStatus.CLOSED)
                .filter(payment -> payment.store().equals(store) && payment.mode() == mode)
                .filter(payment -> payment.orderReference().equals(order));
    }
}
