/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.PersonalLimits;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/** Tells on the refund page, before the click, what the store's limits mean for who looks at it. */
@RequestScoped
public class PersonalRules {

    @Inject
    PersonalLimits limits;

    @Inject
    Payments payments;

    @Inject
    Stores stores;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    Wording wording;

    boolean needApproval(RefundOffer offer, Money amount) {
        return read(offer, payment -> limits.needsApproval(payment, amount));
    }

    boolean haveApprover(RefundOffer offer) {
        return transactions.call(() -> limits.hasApprover(offer.store(), person.getName()));
    }

    /** Beyond what a second person has to agree; empty without a limit. */
    String limit(RefundOffer offer) {
        return stored(offer.store())
                .approvalAbove(offer.remaining().currency())
                .map(this::text)
                .orElse("");
    }

    /** What is left of today's budget; empty without one. */
    String budget(RefundOffer offer) {
        return read(
                offer,
                payment ->
                        limits.left(payment, person.getName()).map(this::text).orElse(""));
    }

    private RefundLimits stored(StoreId store) {
        return stores.get(store).refundLimits();
    }

    private <T> T read(RefundOffer offer, Function<Payment, T> question) {
        return transactions.call(() ->
                question.apply(payments.find(new PaymentId(offer.paymentId())).orElseThrow()));
    }

    private String text(Money amount) {
        return amount.format(wording.locale());
    }
}
