/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.payment.ChargeRecorded;
import dev.saphan.payment.Payment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Brings our refunds up to date with a charge's. One of ours is recognised by Omise's id, or by our id in its metadata
 * when the answer to our call was lost or its webhook was faster; any other was made in Omise's dashboard and is
 * entered. One that Omise no longer has is undone in the books and raised, unless the charge was read before we knew
 * that refund: then it is only too new; or the charge does not tell all of them in a way that can be read.
 */
@Wired
class SyncRefunds {

    private final Refunds refunds;
    private final RefundEffects effects;
    private final Clock clock;

    @Inject
    SyncRefunds(Refunds refunds, RefundEffects effects, Clock clock) {
        this.refunds = refunds;
        this.effects = effects;
        this.clock = clock;
    }

    void sync(@Observes ChargeRecorded recorded) {
        Charge charge = recorded.charge();
        if (charge.refunds().isEmpty() && !recorded.mayHaveRefunds()) {
            return;
        }
        List<Refund> known = refunds.of(recorded.payment().id()).stream()
                .filter(refund -> refund.isFor(recorded.attempt().id()))
                .toList();
        for (GatewayRefund told : charge.refunds()) {
            Refund refund = match(known, told).orElseGet(() -> enter(recorded, told));
            follow(recorded.payment(), refund, told);
        }
        if (recorded.isCurrent() && charge.tellsAllRefunds()) {
            undoWhatIsGone(recorded, known);
        }
    }

    private void undoWhatIsGone(ChargeRecorded recorded, List<Refund> known) {
        List<GatewayRefund> told = recorded.charge().refunds();
        known.stream().filter(refund -> isGone(refund, told)).forEach(refund -> {
            refund.failed();
            effects.changed(recorded.payment(), refund, "omise");
        });
    }

    /** Takes over the answer to our own call. */
    void follow(Payment payment, Refund refund, GatewayRefund told) {
        if (refund.follow(told)) {
            effects.changed(payment, refund, "omise");
        }
    }

    private Refund enter(ChargeRecorded recorded, GatewayRefund told) {
        Refund refund = new Refund(
                RefundId.next(),
                recorded.payment(),
                recorded.attempt().id(),
                told.amount(),
                "Made at Omise",
                RefundOrigin.GATEWAY,
                "omise",
                null,
                clock.instant());
        refund.sent();
        refunds.add(refund);
        return refund;
    }

    private static Optional<Refund> match(List<Refund> known, GatewayRefund told) {
        return known.stream()
                .filter(refund -> refund.gatewayRefundId().equals(Optional.of(told.id()))
                        || told.refund().equals(Optional.of(refund.id().value())))
                .findFirst();
    }

    private static boolean isGone(Refund refund, List<GatewayRefund> told) {
        return refund.isTaken()
                && refund.gatewayRefundId()
                        .filter(id -> told.stream().noneMatch(one -> one.id().equals(id)))
                        .isPresent();
    }
}
