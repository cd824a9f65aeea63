/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.payment.Attention;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.SettleAttention;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** A person has looked at an alert. One about a payment settles the payment's attention with it. */
@Wired
public class SettleAlert {

    private final Alerts alerts;
    private final SettleAttention settleAttention;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    SettleAlert(Alerts alerts, SettleAttention settleAttention, Transactions transactions, Clock clock) {
        this.alerts = alerts;
        this.settleAttention = settleAttention;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether it was open until now. */
    public boolean settle(String id, String by) {
        Optional<Alert> open = transactions.call(() -> {
            Optional<Alert> alert = alerts.lock(id).filter(Alert::isOpen);
            alert.filter(found -> found.kind() != AlertKind.PAYMENT_ATTENTION)
                    .ifPresent(found -> found.settle(by, clock.instant()));
            return alert;
        });
        return open.filter(alert -> alert.kind() != AlertKind.PAYMENT_ATTENTION || settleAttention(alert.subject(), by))
                .isPresent();
    }

    private boolean settleAttention(String subject, String by) {
        int colon = subject.indexOf(':');
        return settleAttention.settle(
                new PaymentId(subject.substring(0, colon)),
                Attention.valueOf(subject.substring(colon + 1).toUpperCase(Locale.ROOT)),
                by);
    }
}
