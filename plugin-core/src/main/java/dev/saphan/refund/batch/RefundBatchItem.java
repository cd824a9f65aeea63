/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund.batch;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.persistence.Utc;
import dev.saphan.refund.Asked;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One payment of a batch with what was left of it when the person decided, and what came of it. */
@Entity
@Table(name = "refund_batch_item")
public class RefundBatchItem {

    @Id
    private String id;

    @Column(name = "batch_id")
    private String batchId;

    private int position;

    @Column(name = "payment_id")
    private String paymentId;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;

    @Column(name = "result_id")
    private @Nullable String resultId;

    private @Nullable String refusal;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected RefundBatchItem() {}

    RefundBatchItem(RefundBatch batch, int position, PaymentId payment, Money amount, Instant now) {
        this.id = batch.id() + "/" + payment;
        this.batchId = batch.id();
        this.position = position;
        this.paymentId = payment.value();
        this.amountMinor = amount.minorUnits();
        this.currency = amount.currencyCode();
        this.createdAt = Utc.of(now);
    }

    void came(Asked asked) {
        resultId = asked.id();
    }

    void refused(String code) {
        refusal = code;
    }

    /** Also names the one refund that can come of it. */
    String id() {
        return id;
    }

    int position() {
        return position;
    }

    public PaymentId payment() {
        return new PaymentId(paymentId);
    }

    public Money amount() {
        return Money.ofMinor(amountMinor, currency);
    }

    public boolean isDone() {
        return resultId != null || refusal != null;
    }

    /** The refund, or what waits for a second person. */
    public Optional<Asked> result() {
        return Optional.ofNullable(resultId).map(Asked::of);
    }

    /** Code of why nothing came of it: of {@code ErrorCode}, or {@code denied_} and of {@code RefundDenied}. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }
}
