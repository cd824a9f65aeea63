/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.refund.RefundId;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RequestRefund;
import dev.saphan.user.Role;
import dev.saphan.web.admin.AmountText;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund in two steps: what and why, then the same once more to be confirmed. The form carries what was left when it
 * was shown and a key made for it, so that two clicks, a page loaded again or a colleague's refund meanwhile never make
 * more go back than this person decided.
 */
@Named("refundPage")
@RequestScoped
public class RefundPage {

    private static final int LONGEST_REASON = 255;

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    NextPage nextPage;

    @Inject
    RefundOffers offers;

    @Inject
    RequestRefund requestRefund;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private @Nullable RefundOffer offer;
    private boolean confirming;
    private boolean inPart;
    private String amount = "";
    private String reason = "";
    private String expected = "";
    private String key = "";
    private String notice = "";
    private final Map<String, String> errors = new LinkedHashMap<>();

    @PostConstruct
    void read() {
        offer = Optional.ofNullable(request.getParameter("id"))
                .map(PaymentId::new)
                .flatMap(offers::of)
                .filter(found -> person.may(Role.VIEWER, found.store()))
                .orElse(null);
        confirming = parameter("step").equals("confirm");
        inPart = parameter("extent").equals("part");
        amount = parameter("amount");
        reason = parameter("reason").strip();
        expected = parameter("expected");
        key = parameter("key");
        if (expected.isEmpty()) {
            expected = offer == null ? "" : String.valueOf(offer.remaining().minorUnits());
        }
        if (key.isEmpty() || key.length() > 100) {
            key = UUID.randomUUID().toString();
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
        confirming = isAllowed() && isStillSo() && isFilledIn();
    }

    /** Back to the first step. */
    public void change() {
        confirming = false;
    }

    /** What is possible by now is decided by the request itself: a key that was used leads to its refund first. */
    public void refund() {
        if (!isAllowed() || !isFilledIn()) {
            confirming = false;
            return;
        }
        PaymentId payment = new PaymentId(present().paymentId());
        Money wanted = wanted();
        person.acts("refund.request", present().store(), payment.value(), wanted + ", " + reason);
        try {
            RefundId refund = requestRefund.request(new RequestRefund.Request(
                    payment,
                    offers.key(payment, key, wanted, reason),
                    wanted,
                    expected(),
                    reason,
                    RefundOrigin.ADMIN,
                    person.getName()));
            leave(refund.value());
        } catch (Problem problem) {
            explain(problem);
        }
    }

    private void explain(Problem problem) {
        confirming = false;
        switch (problem.code()) {
            case REQUEST_IN_PROGRESS -> leave("refund_in_progress");
            case REMAINING_CHANGED -> meanwhile();
            case GATEWAY_UNAVAILABLE -> notice = wording.of("refund.gateway_unavailable");
            case IDEMPOTENCY_KEY_REUSED -> {
                key = UUID.randomUUID().toString();
                meanwhile();
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
    private void meanwhile() {
        Money seen = expected();
        reload();
        Money left = present().remaining();
        String who = left.isLessThan(seen)
                ? offers.newest(new PaymentId(present().paymentId()))
                        .map(newest -> wording.of("refund.meanwhile.by", newest.by(), newest.amount()) + " ")
                        .orElse("")
                : "";
        notice = who + wording.of("refund.meanwhile.left", left);
        expected = String.valueOf(left.minorUnits());
    }

    private void reload() {
        offer = offers.of(new PaymentId(present().paymentId())).orElseThrow();
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
        } else if (!expected().equals(now.remaining())) {
            meanwhile();
        }
        return notice.isEmpty();
    }

    private boolean isFilledIn() {
        checkAmount(present());
        checkReason();
        return errors.isEmpty();
    }

    private void checkAmount(RefundOffer now) {
        if (!inPart) {
            if (!amount.isBlank()) {
                errors.put("amount", wording.of("amount.ambiguous"));
            }
            return;
        }
        AmountText.Reading reading = AmountText.read(amount, now.remaining().currency());
        if (!reading.isAmount()) {
            errors.put("amount", wording.of(reading.problem(), now.currency(), now.decimals()));
        } else if (reading.amount().isGreaterThan(expected())) {
            errors.put("amount", wording.of("amount.exceeds", expected()));
        }
    }

    private void checkReason() {
        if (reason.isEmpty()) {
            errors.put("reason", wording.of("reason.missing"));
        } else if (reason.length() > LONGEST_REASON) {
            errors.put("reason", wording.of("reason.long", LONGEST_REASON));
        }
    }

    private Money wanted() {
        RefundOffer now = present();
        return inPart ? AmountText.read(amount, now.remaining().currency()).amount() : expected();
    }

    private Money expected() {
        try {
            return new Money(Long.parseLong(expected), present().remaining().currency());
        } catch (NumberFormatException e) {
            return new Money(-1, present().remaining().currency());
        }
    }

    private void leave(String done) {
        nextPage.show(PageAddress.of("payment.xhtml")
                .with("id", present().paymentId())
                .with("done", done));
    }

    private RefundOffer present() {
        if (offer == null) {
            throw Problem.of(ErrorCode.NOT_FOUND);
        }
        return offer;
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    public @Nullable RefundOffer getOffer() {
        return offer;
    }

    public boolean isConfirming() {
        return confirming;
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
        return present().voidLikelyUntil() != null && wanted().equals(expected());
    }

    public boolean isInPart() {
        return inPart;
    }

    public String getExtent() {
        return inPart ? "part" : "full";
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String typed) {
        amount = typed;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String typed) {
        reason = typed.strip();
    }

    public String getExpected() {
        return expected;
    }

    public String getKey() {
        return key;
    }

    /** What stands in the way of the whole refund; empty where nothing does. */
    public String getNotice() {
        return notice;
    }

    /** What is wrong with a field; empty where nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public String getPaymentAddress() {
        return PageAddress.of("payment.xhtml").with("id", present().paymentId()).toString();
    }
}
