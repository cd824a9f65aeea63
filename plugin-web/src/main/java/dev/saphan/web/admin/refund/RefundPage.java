/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.refund.Asked;
import dev.saphan.refund.RefundDenied;
import dev.saphan.refund.RequestRefund;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refund in two steps: what and why, then the same once more to be confirmed. */
@Named("refundPage")
@RequestScoped
public class RefundPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    NextPage nextPage;

    @Inject
    RefundOffers offers;

    @Inject
    RefundForm form;

    @Inject
    RequestRefund requestRefund;

    @Inject
    Meanwhile meanwhile;

    @Inject
    RefundRefusal refusal;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private @Nullable RefundOffer offer;
    private boolean confirming;
    private String notice = "";

    @PostConstruct
    void read() {
        offer = Optional.ofNullable(request.getParameter("id"))
                .map(PaymentId::new)
                .flatMap(offers::of)
                .filter(found -> person.may(Role.VIEWER, found.store()))
                .orElse(null);
        confirming = "confirm".equals(request.getParameter("step"));
        if (offer != null) {
            form.showIfNew(offer.remaining());
        }
    }

    /** Before the page is written. */
    public void answerMissing() {
        if (offer == null) {
            external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** To the second step, if all is well. */
    public void review() {
        confirming = isAllowed() && isStillSo() && form.isFilledIn(present().unit());
    }

    /** Back to the first step. */
    public void change() {
        confirming = false;
    }

    /** What is possible by now is decided by the request itself: a key that was used leads to its refund first. */
    public void refund() {
        if (!isAllowed() || !form.isFilledIn(present().unit())) {
            confirming = false;
            return;
        }
        RefundOffer now = present();
        Money wanted = form.wanted(now.unit());
        person.acts("refund.request", now.store(), now.paymentId(), wanted + ", " + form.getReason());
        try {
            Asked asked = requestRefund.request(form.request(
                    now, offers.key(now.payment(), form.getKey(), wanted, form.getReason()), person.getName()));
            leave(asked.id());
        } catch (Problem problem) {
            explain(problem);
        } catch (RefundDenied denied) {
            confirming = false;
            notice = refusal.text(denied);
        }
    }

    private void explain(Problem problem) {
        confirming = false;
        switch (problem.code()) {
            case REQUEST_IN_PROGRESS -> leave("refund_in_progress");
            case REMAINING_CHANGED -> decideAnew();
            case GATEWAY_UNAVAILABLE -> notice = wording.of("refund.gateway_unavailable");
            case IDEMPOTENCY_KEY_REUSED -> {
                form.renewKey();
                decideAnew();
            }
            default -> {
                reload();
                notice = present().isPossible()
                        ? wording.of("refund.refused")
                        : present().reason();
            }
        }
    }

    /** Somebody else refunded, here or at Omise. What is left is shown anew, and decided anew. */
    private void decideAnew() {
        Money seen = form.expected(present().unit());
        reload();
        Money left = present().remaining();
        notice = (meanwhile.since(present().payment(), seen, left) + " " + wording.of("refund.meanwhile.left", left))
                .strip();
        form.show(left);
    }

    private void reload() {
        offer = offers.of(present().payment()).orElseThrow();
    }

    private boolean isAllowed() {
        if (!isAllowedToRefund()) {
            notice = wording.of("role.needed.refund");
        }
        return isAllowedToRefund();
    }

    public boolean isAllowedToRefund() {
        return offer != null && person.may(Role.REFUNDER, offer.store());
    }

    private boolean isStillSo() {
        RefundOffer now = present();
        if (!now.isPossible()) {
            notice = now.reason();
        } else if (!form.expected(present().unit()).equals(now.remaining())) {
            decideAnew();
        }
        return notice.isEmpty();
    }

    private void leave(String done) {
        nextPage.show(PageAddress.of("payment.xhtml")
                .with("id", present().paymentId())
                .with("done", done));
    }

    /** What the page is about; nothing is done about what is not there. */
    RefundOffer present() {
        if (offer == null) {
            throw Problem.of(ErrorCode.NOT_FOUND);
        }
        return offer;
    }

    public @Nullable RefundOffer getOffer() {
        return offer;
    }

    public boolean isConfirming() {
        return confirming;
    }

    /** What stands in the way of the whole refund; empty where nothing does. */
    public String getNotice() {
        return notice;
    }

    public String getPaymentAddress() {
        return PageAddress.of("payment.xhtml").with("id", present().paymentId()).toString();
    }
}
