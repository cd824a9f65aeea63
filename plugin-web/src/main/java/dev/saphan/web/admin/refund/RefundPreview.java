/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.money.Money;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Currency;

/** What the refund that is on the page would be, for who looks at it. */
@Named("refundPreview")
@RequestScoped
public class RefundPreview {

    @Inject
    RefundPage page;

    @Inject
    RefundForm form;

    @Inject
    PersonalRules rules;

    @Inject
    Wording wording;

    private Money wanted() {
        return form.wanted(currency());
    }

    private Money expected() {
        return form.expected(currency());
    }

    private Currency currency() {
        return page.present().remaining().currency();
    }

    public String getWantedText() {
        return wanted().format(wording.locale());
    }

    /** What is left after this refund. */
    public String getLeftText() {
        return expected().minus(wanted()).format(wording.locale());
    }

    /** Whether Omise is expected to make it a void: only of the whole payment, before the cut-off. */
    public boolean isVoidLikely() {
        return page.present().voidLikely() != null && wanted().equals(expected());
    }

    /** Whether a second person has to agree to it. */
    public boolean isApprovalNeeded() {
        return rules.needApproval(page.present(), wanted());
    }

    /** Whether somebody else could agree to it. */
    public boolean isApproverThere() {
        return rules.haveApprover(page.present());
    }

    /** Beyond what a second person has to agree; empty without a limit. */
    public String getLimit() {
        return rules.limit(page.present());
    }

    /** What is left of today's budget; empty without one. */
    public String getBudget() {
        return page.isAllowedToRefund() ? rules.budget(page.present()) : "";
    }

    /** Where the page asks if a colleague was faster. */
    public String getWatch() {
        return PageAddress.of("refund-watch")
                        .with("id", page.present().paymentId())
                        .with("seen", form.getExpected()) + "";
    }
}
