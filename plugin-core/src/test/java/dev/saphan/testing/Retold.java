/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Dispute;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A charge as the gateway tells it, told otherwise. What was given back is always what its refunds add up to. */
public final class Retold {

    private final Charge charge;
    private Mode mode;
    private Money amount;
    private ChargeStatus status;
    private Optional<String> attempt;
    private Optional<String> failureCode;
    private Optional<URI> authorizeUri;
    private Optional<URI> qrImage;
    private Optional<Instant> expiresAt;
    private Optional<Instant> paidAt;
    private boolean refundable;
    private Optional<Boolean> partiallyRefundable;
    private Optional<Dispute> dispute;
    private List<GatewayRefund> refunds;
    private boolean tellsAllRefunds;

    private Retold(Charge charge) {
        this.charge = charge;
        this.mode = charge.mode();
        this.amount = charge.amount();
        this.status = charge.status();
        this.attempt = charge.attempt();
        this.failureCode = charge.failureCode();
        this.authorizeUri = charge.authorizeUri();
        this.qrImage = charge.qrImage();
        this.expiresAt = charge.expiresAt();
        this.paidAt = charge.paidAt();
        this.refundable = charge.refundable();
        this.partiallyRefundable = charge.partiallyRefundable();
        this.dispute = charge.dispute();
        this.refunds = charge.refunds();
        this.tellsAllRefunds = charge.tellsAllRefunds();
    }

    public static Retold of(Charge charge) {
        return new Retold(charge);
    }

    public Retold in(Mode other) {
        mode = other;
        return this;
    }

    public Retold over(Money other) {
        amount = other;
        return this;
    }

    public Retold as(ChargeStatus other) {
        status = other;
        return this;
    }

    public Retold forAttempt(String id) {
        attempt = Optional.of(id);
        return this;
    }

    public Retold failedWith(Optional<String> code) {
        failureCode = code;
        return this;
    }

    public Retold payableAt(URI page) {
        authorizeUri = Optional.of(page);
        return this;
    }

    public Retold scannableFrom(URI image) {
        qrImage = Optional.of(image);
        return this;
    }

    public Retold expiresAt(Instant time) {
        expiresAt = Optional.of(time);
        return this;
    }

    public Retold paidAt(Optional<Instant> time) {
        paidAt = time;
        return this;
    }

    public Retold refundable(boolean other) {
        refundable = other;
        return this;
    }

    public Retold partiallyRefundable(boolean other) {
        partiallyRefundable = Optional.of(other);
        return this;
    }

    public Retold disputed(Optional<Dispute> other) {
        dispute = other;
        return this;
    }

    public Retold with(List<GatewayRefund> others) {
        refunds = others;
        return this;
    }

    /** There may be others that could not be read. */
    public Retold withSome(List<GatewayRefund> others) {
        refunds = others;
        tellsAllRefunds = false;
        return this;
    }

    public Charge charge() {
        return new Charge(
                charge.id(),
                mode,
                amount,
                status,
                charge.sourceType(),
                attempt,
                failureCode,
                authorizeUri,
                qrImage,
                charge.createdAt(),
                expiresAt,
                paidAt,
                Optional.of(
                        refunds.stream().map(GatewayRefund::amount).reduce(Money.zero(amount.currency()), Money::plus)),
                charge.fees(),
                refundable,
                partiallyRefundable,
                dispute,
                refunds,
                tellsAllRefunds);
    }
}
