/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.call.CallLog;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.history.History;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks Omise for a refund that is written down, once in its life: it is marked as sent before the call, and what was
 * sent is looked up and never sent again.
 */
@Wired
class SendRefund {

    private final Payments payments;
    private final Refunds refunds;
    private final SyncRefunds syncRefunds;
    private final RefundEffects effects;
    private final Gateway gateway;
    private final CallLog callLog;
    private final Stores stores;
    private final Transactions transactions;
    private final History history;

    @Inject
    SendRefund(
            Payments payments,
            Refunds refunds,
            SyncRefunds syncRefunds,
            RefundEffects effects,
            Gateway gateway,
            CallLog callLog,
            Stores stores,
            Transactions transactions,
            History history) {
        this.payments = payments;
        this.refunds = refunds;
        this.syncRefunds = syncRefunds;
        this.effects = effects;
        this.gateway = gateway;
        this.callLog = callLog;
        this.stores = stores;
        this.transactions = transactions;
        this.history = history;
    }

    /** What Omise is to be asked. */
    record Call(
            RefundId refund, PaymentId payment, OmiseAccount account, String chargeId, Money amount, String reason) {}

    /** Whether the call left; if it surely did not, the refund is as before and may be sent later. */
    boolean send(RefundId id) {
        return transactions
                .callAgainOnConflict(() -> refunds.find(id).flatMap(this::lockAndMark))
                .map(call -> send(call, () -> {}, Refund::notSent))
                .orElse(true);
    }

    /**
     * As {@link #send(RefundId)}, of one that was marked just now.
     *
     * @param answered what else is written down with the answer, or that none came
     * @param unsent what becomes of it if the call surely did not leave, with the payment locked
     */
    boolean send(Call call, Runnable answered, Consumer<Refund> unsent) {
        try (CallLog.Held held = callLog.hold()) {
            Answer<GatewayRefund> answer = gateway.refund(
                    call.account(), call.chargeId(), call.refund().value(), call.amount(), call.reason());
            return transactions.callAfterwards(() -> {
                Payment payment = payments.lock(call.payment());
                Refund refund = refunds.find(call.refund()).orElseThrow();
                held.keep();
                if (answer.isTurnedAway()) {
                    unsent.accept(refund);
                    return false;
                }
                record(payment, refund, answer);
                answered.run();
                return true;
            });
        }
    }

    /** What is to be asked for a refund that was not sent yet; from here on it is never asked for again. */
    Call mark(Payment payment, Refund refund) {
        refund.sent();
        Attempt attempt = payments.findAttempt(refund.attempt()).orElseThrow();
        return new Call(
                refund.id(),
                payment.id(),
                stores.get(payment.store()).account(payment.mode()),
                attempt.chargeId().orElseThrow(),
                refund.amount(),
                refund.reason());
    }

    private Optional<Call> lockAndMark(Refund refund) {
        Payment payment = payments.lock(refund.payment());
        refunds.refresh(refund);
        return refund.wasSent() || refund.status() != RefundStatus.PENDING
                ? Optional.empty()
                : Optional.of(mark(payment, refund));
    }

    private void record(Payment payment, Refund refund, Answer<GatewayRefund> answer) {
        if (answer instanceof Answer.Ok<GatewayRefund> ok) {
            syncRefunds.follow(payment, refund, ok.value());
        } else if (answer instanceof Answer.Declined<GatewayRefund> declined) {
            refused(payment, refund, declined.code() + ": " + declined.message());
        } else if (answer instanceof Answer.NotFound<GatewayRefund> notFound) {
            refused(payment, refund, notFound.reason());
        } else if (answer instanceof Answer.Unknown<GatewayRefund> unknown) {
            history.write(payment.id().value(), "saphan", "refund.unknown", unknown.reason());
        }
    }

    private void refused(Payment payment, Refund refund, String why) {
        history.write(payment.id().value(), "omise", "refund.refused", why);
        refund.failed();
        effects.changed(payment, refund, "omise");
    }
}
