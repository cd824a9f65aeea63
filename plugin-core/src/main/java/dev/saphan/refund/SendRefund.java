/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.history.History;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

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
            Stores stores,
            Transactions transactions,
            History history) {
        this.payments = payments;
        this.refunds = refunds;
        this.syncRefunds = syncRefunds;
        this.effects = effects;
        this.gateway = gateway;
        this.stores = stores;
        this.transactions = transactions;
        this.history = history;
    }

    /** Whether the call left; if it surely did not, the refund is as before and may be sent later. */
    boolean send(RefundId id) {
        Optional<Prepared> prepared =
                transactions.callAgainOnConflict(() -> refunds.find(id).flatMap(this::prepare));
        if (prepared.isEmpty()) {
            return true;
        }
        Prepared call = prepared.get();
        Answer<GatewayRefund> answer =
                gateway.refund(call.account(), call.chargeId(), id.value(), call.amount(), call.reason());
        return transactions.callAfterwards(() -> record(id, answer));
    }

    private Optional<Prepared> prepare(Refund refund) {
        Payment payment = payments.lock(refund.payment());
        refunds.refresh(refund);
        if (refund.wasSent() || refund.status() != RefundStatus.PENDING) {
            return Optional.empty();
        }
        refund.sent();
        Attempt attempt = payments.findAttempt(refund.attempt()).orElseThrow();
        return Optional.of(new Prepared(
                stores.get(payment.store()).account(payment.mode()),
                attempt.chargeId().orElseThrow(),
                refund.amount(),
                refund.reason()));
    }

    private boolean record(RefundId id, Answer<GatewayRefund> answer) {
        Refund refund = refunds.find(id).orElseThrow();
        Payment payment = payments.lock(refund.payment());
        refunds.refresh(refund);
        if (answer instanceof Answer.Ok<GatewayRefund> ok) {
            syncRefunds.follow(payment, refund, ok.value());
        } else if (answer instanceof Answer.Declined<GatewayRefund> declined) {
            history.write(payment.id().value(), "omise", "refund.refused", declined.code() + ": " + declined.message());
            refund.failed();
            effects.changed(payment, refund, "omise");
        } else if (answer instanceof Answer.NotFound<GatewayRefund> notFound) {
            history.write(payment.id().value(), "omise", "refund.refused", notFound.reason());
            refund.failed();
            effects.changed(payment, refund, "omise");
        } else if (answer instanceof Answer.Unknown<GatewayRefund> unknown) {
            history.write(payment.id().value(), "saphan", "refund.unknown", unknown.reason());
        } else {
            refund.notSent();
            return false;
        }
        return true;
    }

    private record Prepared(OmiseAccount account, String chargeId, Money amount, String reason) {}
}
