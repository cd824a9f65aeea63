/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.method.Methods;
import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.QuoteRefund;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundQuote;
import dev.saphan.refund.RefundStatus;
import dev.saphan.refund.Refunds;
import dev.saphan.secret.Digests;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import dev.saphan.web.admin.TimeLeft;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads for the refund page what is possible. */
@RequestScoped
public class RefundOffers {

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    QuoteRefund quoteRefund;

    @Inject
    ApprovalLines approvalLines;

    @Inject
    Stores stores;

    @Inject
    Methods methods;

    @Inject
    Transactions transactions;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    Optional<RefundOffer> of(PaymentId id) {
        return transactions.call(() -> payments.find(id).map(this::read));
    }

    IdempotencyKey key(PaymentId id, String key, Money amount, String reason) {
        return transactions.call(() -> {
            Payment payment = payments.find(id).orElseThrow();
            return new IdempotencyKey(
                    payment.store(),
                    payment.mode(),
                    "back office: refund " + id,
                    key,
                    Digests.sha256(amount + "\n" + reason));
        });
    }

    private RefundOffer read(Payment payment) {
        Store store = stores.get(payment.store());
        RefundQuote quote = quoteRefund.quote(payment);
        Money remaining = quote.remaining();
        return new RefundOffer(
                payment.id().value(),
                payment.orderReference(),
                store.id(),
                store.name(),
                payment.mode().code(),
                store.timeZone().getId(),
                payment.method()
                        .flatMap(methods::find)
                        .map(method -> method.label(wording.locale()))
                        .orElse(""),
                money(payment.amount()),
                money(payment.refunded()),
                pending(payment),
                approvalLines.of(payment.id(), store.timeZone()).stream()
                        .filter(ApprovalLine::waiting)
                        .toList(),
                remaining,
                money(remaining),
                remaining.currencyCode(),
                remaining.currency().getDefaultFractionDigits(),
                quote.full(),
                quote.partial(),
                left(quote.voidLikelyUntil(), store),
                left(quote.refundableUntil(), store),
                quote.reason()
                        .map(reason -> wording.of(RefundReasons.key(payment, quote, reason)))
                        .orElse(""));
    }

    private @Nullable TimeLeft left(Optional<Instant> until, Store store) {
        return until.map(at -> TimeLeft.until(at, store.timeZone(), clock.instant(), wording))
                .orElse(null);
    }

    private String pending(Payment payment) {
        Money sum = refunds.of(payment.id()).stream()
                .filter(refund -> refund.status() == RefundStatus.PENDING)
                .map(Refund::amount)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
        return sum.isZero() ? "" : money(sum);
    }

    private String money(Money amount) {
        return amount.format(wording.locale());
    }
}
