/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.selection;

import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.PersonalLimits;
import dev.saphan.refund.QuoteRefund;
import dev.saphan.refund.RefundQuote;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.refund.RefundReasons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what is possible of each payment that somebody chose. Payments of another store or mode are not there. */
@RequestScoped
public class SelectionReader {

    @Inject
    Payments payments;

    @Inject
    QuoteRefund quoteRefund;

    @Inject
    PersonalLimits limits;

    @Inject
    Transactions transactions;

    @Inject
    Wording wording;

    List<SelectedPayment> read(Store store, Mode mode, Collection<PaymentId> ids) {
        return transactions.call(() -> ids.stream()
                .map(id -> payments.find(store.id(), mode, id))
                .flatMap(Optional::stream)
                .map(payment -> read(payment, store))
                .toList());
    }

    private SelectedPayment read(Payment payment, Store store) {
        RefundQuote quote = quoteRefund.quote(payment);
        boolean possible = quote.full();
        return new SelectedPayment(
                payment.id().value(),
                PageAddress.of("payment.xhtml").with("id", payment.id().value()).toString(),
                payment.orderReference(),
                quote.remaining(),
                quote.remaining().format(wording.locale()),
                possible,
                possible ? remark(payment, quote, store) : obstacle(payment, quote));
    }

    private String obstacle(Payment payment, RefundQuote quote) {
        return quote.reason()
                .map(reason -> wording.of(RefundReasons.key(payment, quote, reason)))
                .orElseGet(() -> wording.of("selection.no_partial"));
    }

    private String remark(Payment payment, RefundQuote quote, Store store) {
        if (limits.needsApproval(payment, quote.remaining())) {
            return wording.of("selection.needs_approval");
        }
        return quote.voidLikelyUntil()
                .map(until -> wording.of(
                        "selection.void", Moment.of(until, store.timeZone()).text()))
                .orElse("");
    }

    /** By currency, in the order of their codes. */
    List<String> totals(List<SelectedPayment> rows) {
        Map<String, Money> sums = rows.stream()
                .filter(SelectedPayment::possible)
                .map(SelectedPayment::left)
                .collect(Collectors.toMap(Money::currencyCode, amount -> amount, Money::plus, TreeMap::new));
        return sums.values().stream().map(sum -> sum.format(wording.locale())).toList();
    }
}
