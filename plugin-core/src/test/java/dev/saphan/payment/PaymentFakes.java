/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.money.Money;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.RowsInMemory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What refunds need of payments, without a database and without Omise. */
public final class PaymentFakes {

    private PaymentFakes() {}

    /** That payment and its attempts, kept in those rows. */
    public static Payments payments(RowsInMemory rows, Payment payment) {
        rows.entities().persist(payment);
        payment.attempts().forEach(rows.entities()::persist);
        return new PaymentsInMemory(rows, Keyset.parse(Keyset.generate()));
    }

    /** With {@link SomeMethods}, payments that can be looked for, and the time of {@link SomePayment#NOON}. */
    public static PluginInMemory plugin(Store store) {
        PluginInMemory plugin = new PluginInMemory(store, SomePayment.NOON, SomeMethods.all());
        return plugin.with(new PaymentsInMemory(plugin.rows(), plugin.get(Seal.class)));
    }

    /** That charge was read at that moment. */
    public static void read(Payment payment, Instant when) {
        payment.attempts().get(0).readAt(when);
    }

    /** @param raised gets what a person is told of refunds that failed */
    @SuppressWarnings("NullAway")
    public static RefundBooking booking(List<String> raised) {
        return new RefundBooking(null, null) {

            @Override
            public void book(Payment payment, Money wentBack) {
                SomePayment.refunded(payment, wentBack);
            }

            @Override
            public void raiseFailure(Payment payment, String detail) {
                raised.add(detail);
            }
        };
    }

    /** @param types gets those of the messages to the storefront */
    @SuppressWarnings("NullAway")
    public static PaymentMessages messages(List<String> types) {
        return new PaymentMessages(null, null, null) {

            @Override
            public void tell(Payment payment, String type, String data) {
                types.add(type);
            }
        };
    }

    /** Omise is asked about any charge, and says so much. */
    @SuppressWarnings("NullAway")
    public static SyncAttempt told(Supplier<SyncAttempt.Told> told) {
        return told(null, told);
    }

    /** As {@link #told(Supplier)}, about charges of these payments. */
    @SuppressWarnings("NullAway")
    public static SyncAttempt told(@Nullable Payments payments, Supplier<SyncAttempt.Told> told) {
        return new SyncAttempt(payments, null, null, null, new OneStore(), null, null, Clock.systemUTC()) {

            @Override
            public boolean sync(KnownAttempt known, String actor, Runnable heard) {
                boolean answered = told.get() != Told.NOTHING;
                if (answered) {
                    heard.run();
                }
                return answered;
            }

            @Override
            public Told follow(AttemptId id, String actor) {
                return told.get();
            }

            @Override
            public boolean sync(AttemptId id, String actor) {
                return told.get() != Told.NOTHING;
            }

            @Override
            public boolean adopt(OmiseAccount account, String chargeId, String actor) {
                return told.get() != Told.NOTHING;
            }
        };
    }
}
