/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.method.Methods;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Attention;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentStatus;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundStatus;
import dev.saphan.refund.Refunds;
import dev.saphan.refund.ReturnSurplus;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.payment.PaymentDetail.AttemptLine;
import dev.saphan.web.admin.payment.PaymentDetail.AttentionNote;
import dev.saphan.web.admin.payment.PaymentDetail.RefundLine;
import dev.saphan.web.admin.payment.PaymentDetail.Sibling;
import dev.saphan.web.admin.refund.ApprovalLines;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a payment for its page: everything in one transaction, in the reader's words, with nothing left to load. */
@RequestScoped
public class PaymentDetailReader {

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    ButtonNotes buttonNotes;

    @Inject
    ApprovalLines approvalLines;

    @Inject
    Stores stores;

    @Inject
    ReturnSurplus returnSurplus;

    @Inject
    Methods methods;

    @Inject
    Transactions transactions;

    @Inject
    Wording wording;

    Optional<PaymentDetail> of(PaymentId id) {
        return transactions.call(() -> payments.find(id).map(this::read));
    }

    private PaymentDetail read(Payment payment) {
        Store store = stores.get(payment.store());
        ZoneId zone = store.timeZone();
        List<Refund> taken = refunds.of(payment.id());
        return new PaymentDetail(
                payment.id().value(),
                payment.orderReference(),
                store.name(),
                store.id().value(),
                payment.mode().code(),
                zone.getId(),
                status(payment),
                money(payment.amount()),
                money(payment.refunded()),
                pending(payment, taken),
                payment.method().map(this::label).orElse(""),
                wording.of("channel." + payment.channel().code()),
                Moment.of(payment.createdAt(), zone),
                payment.paidAt().map(at -> Moment.of(at, zone)).orElse(null),
                Moment.of(payment.closesAt(), zone),
                payment.status() == PaymentStatus.OPEN,
                payment.metadata().equals("{}") ? "" : payment.metadata(),
                buttonNotes.sync(payment),
                buttonNotes.cancel(payment),
                buttonNotes.refund(payment),
                payment.attention().stream().sorted().map(this::note).toList(),
                payment.attempts().stream()
                        .map(attempt -> attempt(payment, attempt, zone))
                        .toList(),
                taken.stream().map(refund -> refund(refund, zone)).toList(),
                approvalLines.of(payment.id(), zone),
                payments.ofOrder(payment.store(), payment.mode(), payment.orderReference()).stream()
                        .filter(other -> !other.id().equals(payment.id()))
                        .map(other -> sibling(other, zone))
                        .toList());
    }

    private StatusBadge status(Payment payment) {
        return StatusBadge.of(
                payment.status(),
                payment.isProcessing(),
                payment.closedReason(),
                payment.amount(),
                payment.refunded(),
                wording);
    }

    private String pending(Payment payment, List<Refund> all) {
        Money sum = all.stream()
                .filter(refund -> refund.status() == RefundStatus.PENDING)
                .map(Refund::amount)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
        return sum.isZero() ? "" : money(sum);
    }

    private AttentionNote note(Attention kind) {
        String key = "attention." + kind.code();
        return new AttentionNote(
                kind.code(), wording.of(key + ".title"), wording.of(key + ".meaning"), wording.of(key + ".advice"));
    }

    private AttemptLine attempt(Payment payment, Attempt attempt, ZoneId zone) {
        String status = attempt.status().publicCode();
        return new AttemptLine(
                attempt.number(),
                attempt.id().value(),
                label(attempt.method()),
                new StatusBadge(status, wording.of("attempt." + status)),
                attempt.chargeId().orElse(""),
                PageAddress.of("charge.xhtml")
                        .with("id", payment.id().value())
                        .with("attempt", attempt.id().value())
                        .toString(),
                attempt.failureCode()
                        .map(code -> wording.of("failure." + code.code()))
                        .orElse(""),
                attempt.gatewayCode().orElse(""),
                dispute(attempt),
                Moment.precise(attempt.createdAt(), zone),
                attempt.expiresAt().map(at -> Moment.of(at, zone)).orElse(null),
                payment.paidAttempt()
                        .filter(paid -> paid.id().equals(attempt.id()))
                        .isPresent(),
                returnSurplus.isPossible(payment, attempt));
    }

    private String dispute(Attempt attempt) {
        return attempt.disputeStatus()
                .map(status -> wording.of(
                        "attempt.dispute." + status.name().toLowerCase(Locale.ROOT), money(attempt.disputed())))
                .orElse("");
    }

    private RefundLine refund(Refund refund, ZoneId zone) {
        String status = refund.isVoided() && refund.status() == RefundStatus.SUCCEEDED
                ? "voided"
                : refund.status().code();
        return new RefundLine(
                refund.id().value(),
                refund.gatewayRefundId().orElse(""),
                money(refund.amount()),
                new StatusBadge(status, wording.of("refund." + status)),
                refund.isVoided(),
                wording.of("origin." + refund.origin().code()),
                actor(refund.requestedBy()),
                refund.approvedBy().orElse(""),
                refund.reason(),
                Moment.of(refund.createdAt(), zone));
    }

    private Sibling sibling(Payment other, ZoneId zone) {
        return new Sibling(
                other.id().value(),
                PageAddress.of("payment.xhtml").with("id", other.id().value()).toString(),
                money(other.amount()),
                status(other),
                Moment.of(other.createdAt(), zone));
    }

    /** Parts of the system have a name in the reader's language; people have their own. */
    private String actor(String name) {
        return wording.ofOr("actor." + name, name);
    }

    private String label(String code) {
        return methods.find(code).map(method -> method.label(wording.locale())).orElse(code);
    }

    private String money(Money amount) {
        return amount.format(wording.locale());
    }
}
