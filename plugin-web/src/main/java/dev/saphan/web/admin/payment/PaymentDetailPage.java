/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Attention;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.SettleAttention;
import dev.saphan.payment.SyncPayment;
import dev.saphan.refund.ReturnSurplus;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.StoreId;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.payment.PaymentDetail.RefundLine;
import dev.saphan.web.admin.refund.ApprovalLine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One payment. What a button does is told on the page that follows, which can be loaded again without doing it again. */
@Named("paymentPage")
@RequestScoped
public class PaymentDetailPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    NextPage nextPage;

    @Inject
    PaymentDetailReader reader;

    @Inject
    SyncPayment syncPayment;

    @Inject
    CancelPayment cancelPayment;

    @Inject
    SettleAttention settleAttention;

    @Inject
    ReturnSurplus returnSurplus;

    @Inject
    Deployment deployment;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private @Nullable PaymentDetail payment;

    @PostConstruct
    void read() {
        payment = Optional.ofNullable(request.getParameter("id"))
                .map(PaymentId::new)
                .flatMap(reader::of)
                .filter(found -> person.may(Role.VIEWER, new StoreId(found.storeId())))
                .orElse(null);
    }

    /** Before the page is written. */
    public void answerMissing() {
        if (payment == null) {
            external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public @Nullable PaymentDetail getPayment() {
        return payment;
    }

    public String getRefundAddress() {
        return PageAddress.of("refund.xhtml").with("id", id()).toString();
    }

    public String getListAddress() {
        return payment == null
                ? "payments.xhtml"
                : PageAddress.of("payments.xhtml")
                        .with("store", payment.storeId())
                        .with("mode", payment.mode())
                        .toString();
    }

    public boolean isAllowedToRefund() {
        return payment != null && person.may(Role.REFUNDER, new StoreId(payment.storeId()));
    }

    public void sync() {
        if (payment == null) {
            return;
        }
        acts("payment.sync", "");
        boolean answered = syncPayment.sync(new PaymentId(id()), person.getName(), deployment.readTimeout());
        show(answered ? "synced" : "not_answered");
    }

    public void cancel() {
        if (!isAllowedToRefund()) {
            show("not_allowed");
            return;
        }
        acts("payment.cancel", "");
        boolean settled = cancelPayment.cancel(new PaymentId(id()), ClosedReason.CANCELLED, person.getName());
        show(settled ? "settled" : "not_answered");
    }

    public void settleAttention() {
        Attention kind = Attention.valueOf(parameter("kind").toUpperCase(Locale.ROOT));
        act("attention.settle", kind.code(), () -> settleAttention.settle(new PaymentId(id()), kind, person.getName()));
    }

    /** Gives a charge back that pays for nothing. */
    public void giveBack() {
        AttemptId attempt = new AttemptId(parameter("attempt"));
        act(
                "surplus.return",
                attempt.value(),
                () -> returnSurplus.request(new PaymentId(id()), attempt, "Pays for nothing", person.getName()));
    }

    private void act(String code, String detail, Runnable action) {
        if (!isAllowedToRefund()) {
            show("not_allowed");
            return;
        }
        acts(code, detail);
        action.run();
        show("done");
    }

    private void acts(String code, String detail) {
        if (payment != null) {
            person.acts(code, new StoreId(payment.storeId()), payment.id(), detail);
        }
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** What was just done, in a sentence; empty where nothing was. */
    public String getOutcome() {
        String done = request.getParameter("done");
        if (done == null || payment == null) {
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
    public String getOutcomeTone() {
        String done = Optional.ofNullable(request.getParameter("done")).orElse("");
        return refund(done)
                .map(refund -> switch (refund.status().code()) {
                    case "failed" -> "bad";
                    case "pending" -> "warn";
                    default -> "good";
                })
                .orElse(List.of("synced", "settled", "done").contains(done) ? "good" : "warn");
    }

    private Optional<ApprovalLine> approval(String id) {
        return payment == null
                ? Optional.empty()
                : payment.approvals().stream()
                        .filter(approval -> approval.id().equals(id))
                        .findFirst();
    }

    private Optional<RefundLine> refund(String id) {
        return payment == null
                ? Optional.empty()
                : payment.refunds().stream()
                        .filter(refund -> refund.id().equals(id))
                        .findFirst();
    }

    private void show(String done) {
        nextPage.show(PageAddress.of("payment.xhtml").with("id", id()).with("done", done));
    }

    private String id() {
        return payment == null ? "" : payment.id();
    }
}
