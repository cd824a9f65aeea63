/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.payment.PaymentDetail.RefundLine;
import dev.saphan.web.admin.refund.ApprovalLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a button on the page before did, as the address tells it. */
@Named("paymentOutcome")
@RequestScoped
public class PaymentOutcome {

    private static final List<String> GOOD = List.of("synced", "settled", "done");

    @Inject
    HttpServletRequest request;

    @Inject
    PaymentDetailPage page;

    @Inject
    Wording wording;

    /** In a sentence; empty where nothing was done. */
    public String getText() {
        PaymentDetail payment = page.getPayment();
        String done = done();
        if (done.isEmpty() || payment == null) {
            return "";
        }
        if (done.equals("settled")) {
            return wording.of("done.settled", payment.status().text());
        }
        return approval(done)
                .map(approval -> wording.of("done.approval", approval.amount()))
                .or(() -> refund(done)
                        .map(refund ->
                                wording.of("done.refund." + refund.status().code(), refund.amount())))
                .or(() -> Optional.of(wording.ofOr("done." + done, "")))
                .orElse("");
    }

    /** How the sentence is to be taken: good, warn or bad. */
    public String getTone() {
        String done = done();
        return refund(done)
                .map(refund -> switch (refund.status().code()) {
                    case "failed" -> "bad";
                    case "pending" -> "warn";
                    default -> "good";
                })
                .orElse(GOOD.contains(done) ? "good" : "warn");
    }

    private String done() {
        return Objects.requireNonNullElse(request.getParameter("done"), "");
    }

    private Optional<ApprovalLine> approval(String id) {
        return Optional.ofNullable(page.getPayment()).stream()
                .flatMap(payment -> payment.approvals().stream())
                .filter(approval -> approval.id().equals(id))
                .findFirst();
    }

    private Optional<RefundLine> refund(String id) {
        return Optional.ofNullable(page.getPayment()).stream()
                .flatMap(payment -> payment.refunds().stream())
                .filter(refund -> refund.id().equals(id))
                .findFirst();
    }
}
