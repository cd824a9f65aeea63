/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.ApprovalId;
import dev.saphan.refund.QuoteRefund;
import dev.saphan.refund.RefundApproval;
import dev.saphan.refund.RefundApprovals;
import dev.saphan.refund.RefundQuote;
import dev.saphan.refund.Refunds;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.TimeLeft;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what waits for a second person, each in the reader's words with nothing left to load. */
@RequestScoped
public class ApprovalReader {

    /** More than anybody decides about; beyond it the oldest come first. */
    private static final int MOST = 200;

    @Inject
    RefundApprovals approvals;

    @Inject
    Refunds refunds;

    @Inject
    Payments payments;

    @Inject
    QuoteRefund quoteRefund;

    @Inject
    Stores stores;

    @Inject
    Transactions transactions;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    Optional<ApprovalView> find(ApprovalId id) {
        return transactions.call(() -> approvals.find(id).map(this::read));
    }

    /** The oldest first, live and test. */
    List<ApprovalView> waitingIn(Store store) {
        List<AccountKey> accounts = Stream.of(Mode.values())
                .map(mode -> new AccountKey(store.id(), mode))
                .toList();
        return transactions.call(
                () -> approvals.waiting(accounts, MOST).stream().map(this::read).toList());
    }

    private ApprovalView read(RefundApproval approval) {
        Payment payment = payments.find(approval.payment()).orElseThrow();
        Store store = stores.get(payment.store());
        ZoneId zone = store.timeZone();
        RefundQuote quote = quoteRefund.quote(payment, approval.id());
        return new ApprovalView(
                approval.id().value(),
                address("approval.xhtml", approval.id().value()),
                address("payment.xhtml", payment.id().value()),
                payment.orderReference(),
                store.id(),
                store.name(),
                payment.mode().code(),
                wording.of("mode." + payment.mode().code()),
                zone.getId(),
                money(approval.amount()),
                money(payment.amount()),
                money(quote.remaining()),
                ApprovalLines.status(approval, wording),
                approval.isWaiting(),
                approval.askedBy(),
                approval.reason(),
                Moment.of(approval.askedAt(), zone),
                TimeLeft.until(approval.expiresAt(), zone, clock.instant(), wording),
                quote.refundableUntil()
                        .map(at -> TimeLeft.until(at, zone, clock.instant(), wording))
                        .orElse(null),
                obstacle(approval, payment, quote),
                approval.decidedBy()
                        .map(name -> wording.ofOr("actor." + name, name))
                        .orElse(""),
                approval.decidedAt().map(at -> Moment.of(at, zone)).orElse(null),
                approval.decision().orElse(""),
                approval.refund()
                        .flatMap(refunds::find)
                        .map(refund -> wording.of(
                                "done.refund."
                                        + (refund.isVoided()
                                                ? "voided"
                                                : refund.status().code()),
                                refund.amount()))
                        .orElse(""));
    }

    private String obstacle(RefundApproval approval, Payment payment, RefundQuote quote) {
        if (!approval.isWaiting()) {
            return "";
        }
        return quote.reason()
                .map(reason -> wording.of(RefundReasons.key(payment, quote, reason)))
                .orElseGet(() -> approval.amount().isGreaterThan(quote.remaining())
                        ? wording.of("approval.too_much", quote.remaining())
                        : "");
    }

    private static String address(String page, String id) {
        return PageAddress.of(page).with("id", id).toString();
    }

    private String money(Money amount) {
        return amount.format(wording.locale());
    }
}
