/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.money.Money;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RequestRefund;
import dev.saphan.web.admin.AmountText;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was typed on the refund page. It carries what was left when it was shown and a key made for it, so that two
 * clicks, a page loaded again or a colleague's refund meanwhile never make more go back than this person decided.
 */
@Named("refundForm")
@RequestScoped
public class RefundForm {

    private static final int LONGEST_REASON = 255;
    private static final int LONGEST_KEY = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    Wording wording;

    private boolean inPart;
    private String amount = "";
    private String reason = "";
    private String expected = "";
    private String key = "";
    private final Map<String, String> errors = new LinkedHashMap<>();

    @PostConstruct
    void read() {
        inPart = parameter("extent").equals("part");
        amount = parameter("amount");
        reason = parameter("reason").strip();
        expected = parameter("expected");
        key = parameter("key");
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            renewKey();
        }
    }

    /** What is asked for is something new. */
    void renewKey() {
        key = UUID.randomUUID().toString();
    }

    /** What is left now is what the person sees. */
    void show(Money left) {
        expected = String.valueOf(left.minorUnits());
    }

    void showIfNew(Money left) {
        if (expected.isEmpty()) {
            show(left);
        }
    }

    boolean isFilledIn(Currency currency) {
        checkAmount(currency);
        checkReason();
        return errors.isEmpty();
    }

    private void checkAmount(Currency currency) {
        if (!inPart) {
            if (!amount.isBlank()) {
                errors.put("amount", wording.of("amount.ambiguous"));
            }
            return;
        }
        AmountText.Reading reading = AmountText.read(amount, currency);
        if (!reading.isAmount()) {
            errors.put(
                    "amount",
                    wording.of(reading.problem(), currency.getCurrencyCode(), currency.getDefaultFractionDigits()));
        } else if (reading.amount().isGreaterThan(expected(currency))) {
            errors.put("amount", wording.of("amount.exceeds", expected(currency)));
        }
    }

    private void checkReason() {
        if (reason.isEmpty()) {
            errors.put("reason", wording.of("reason.missing"));
        } else if (reason.length() > LONGEST_REASON) {
            errors.put("reason", wording.of("reason.long", LONGEST_REASON));
        }
    }

    Money wanted(Currency currency) {
        return inPart ? AmountText.read(amount, currency).amount() : expected(currency);
    }

    /** What was left when it was shown; less than nothing if that is not to be read. */
    Money expected(Currency currency) {
        try {
            return new Money(Long.parseLong(expected), currency);
        } catch (NumberFormatException e) {
            return new Money(-1, currency);
        }
    }

    /** What is asked for. */
    RequestRefund.Request request(RefundOffer offer, IdempotencyKey offered, String by) {
        return new RequestRefund.Request(
                offer.payment(), offered, wanted(offer.unit()), expected(offer.unit()), reason, RefundOrigin.ADMIN, by);
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
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

    /** What is wrong with a field; empty where nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}
