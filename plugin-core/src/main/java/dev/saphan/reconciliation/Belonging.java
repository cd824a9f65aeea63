/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.PaymentId;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundId;
import dev.saphan.settings.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To which charge and to what of ours a reconciled item belongs, as far as that is known. */
@Embeddable
public class Belonging {

    @Column(name = "charge_id")
    private @Nullable String chargeId;

    @Column(name = "refund_id")
    private @Nullable String refundId;

    @Column(name = "attempt_id")
    private @Nullable String attemptId;

    @Column(name = "payment_id")
    private @Nullable String paymentId;

    @Column(name = "order_reference")
    private @Nullable String orderReference;

    private @Nullable String method;

    protected Belonging() {}

    void toCharge(String id) {
        chargeId = id;
    }

    void paidBy(String sourceType) {
        method = sourceType;
    }

    void toRefund(Optional<Refund> refund) {
        refundId = refund.map(ours -> ours.id().value()).orElse(null);
    }

    /** Of another account's attempt no more is kept than which one it is. */
    void toAttempt(Attempt attempt, AccountKey account) {
        attemptId = attempt.id().value();
        if (attempt.account().equals(account)) {
            paymentId = attempt.payment().id().value();
            orderReference = attempt.payment().orderReference();
            method = attempt.method();
        }
    }

    public Optional<String> chargeId() {
        return Optional.ofNullable(chargeId);
    }

    Optional<RefundId> refund() {
        return Optional.ofNullable(refundId).map(RefundId::new);
    }

    Optional<AttemptId> attempt() {
        return Optional.ofNullable(attemptId).map(AttemptId::new);
    }

    public Optional<PaymentId> payment() {
        return Optional.ofNullable(paymentId).map(PaymentId::new);
    }

    public Optional<String> orderReference() {
        return Optional.ofNullable(orderReference);
    }

    public Optional<String> method() {
        return Optional.ofNullable(method).filter(code -> !code.isEmpty());
    }
}
