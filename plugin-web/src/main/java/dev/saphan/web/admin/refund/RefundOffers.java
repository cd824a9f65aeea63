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
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads for the refund page what is possible, and what others did meanwhile. */
@RequestScoped
public class RefundOffers {

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    QuoteRefund quoteRefund;

    @Inject
    Stores stores;

    @Inject
    Methods methods;

    @Inject
    Transactions transactions;

    @Inject
    Wording wording;

    Optional<RefundOffer> of(PaymentId id) {
        return transactions.call(() -> payments.find(id).map(this::read));
    }

    /** Who asked for the newest refund of the payment, and over how much. */
    Optional<Newest> newest(PaymentId id) {
        return transactions.call(() -> {
            List<Refund> all = refunds.of(id);
            return all.isEmpty() ? Optional.empty() : Optional.of(newest(all.get(all.size() - 1)));
        });
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

    record Newest(String by, Money amount) {}

    private Newest newest(Refund refund) {
        return new Newest(wording.ofOr("actor." + refund.requestedBy(), refund.requestedBy()), refund.amount());
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
                remaining,
                money(remaining),
                remaining.currencyCode(),
                remaining.currency().getDefaultFractionDigits(),
                quote.full(),
                quote.partial(),
                quote.voidLikelyUntil()
                        .map(at -> Moment.of(at, store.timeZone()))
                        .orElse(null),
                quote.refundableUntil()
                        .map(at -> Moment.of(at, store.timeZone()))
                        .orElse(null),
                quote.reason()
                        .map(reason -> wording.of(RefundReasons.key(payment, quote, reason)))
                        .orElse(""));
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
