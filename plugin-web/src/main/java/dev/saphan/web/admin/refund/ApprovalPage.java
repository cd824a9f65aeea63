/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.problem.Problem;
import dev.saphan.refund.ApprovalId;
import dev.saphan.refund.DecideRefund;
import dev.saphan.refund.RefundDenied;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One refund that needs a second person, and what that person says. */
@Named("approvalPage")
@RequestScoped
public class ApprovalPage {

    private static final int LONGEST_REASON = 255;

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    NextPage nextPage;

    @Inject
    ApprovalReader reader;

    @Inject
    DecideRefund decideRefund;

    @Inject
    RefundRefusal refusal;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private @Nullable ApprovalView approval;
    private String why = "";
    private String whyError = "";
    private String notice = "";

    @PostConstruct
    void read() {
        approval = Optional.ofNullable(request.getParameter("id"))
                .map(ApprovalId::new)
                .flatMap(reader::find)
                .filter(found -> person.may(Role.REFUNDER, found.store()))
                .orElse(null);
    }

    /** Before the page is written. */
    public void answerMissing() {
        if (approval == null) {
            external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public void approve() {
        decide(Role.APPROVER, "approve", "", id -> decideRefund.approve(id, person.getName()));
    }

    public void decline() {
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            whyError =
                    why.isEmpty() ? wording.of("approval.decline.missing") : wording.of("reason.long", LONGEST_REASON);
            return;
        }
        decide(Role.APPROVER, "decline", why, id -> decideRefund.decline(id, person.getName(), why));
    }

    public void withdraw() {
        decide(Role.REFUNDER, "withdraw", "", id -> decideRefund.withdraw(id, person.getName()));
    }

    private void decide(Role needed, String act, String detail, Consumer<ApprovalId> decision) {
        ApprovalView shown = approval;
        if (shown == null) {
            return;
        }
        person.require(needed, shown.store());
        ApprovalId id = new ApprovalId(shown.id());
        person.acts("refund." + act, shown.store(), shown.id(), (shown.amount() + " " + detail).strip());
        try {
            decision.accept(id);
            nextPage.show(
                    PageAddress.of("approval.xhtml").with("id", shown.id()).with("done", act));
        } catch (RefundDenied denied) {
            refuse(id, refusal.text(denied));
        } catch (Problem problem) {
            refuse(id, wording.of("approval.not_possible"));
        }
    }

    private void refuse(ApprovalId id, String text) {
        approval = reader.find(id).orElse(null);
        notice = text;
    }

    public @Nullable ApprovalView getApproval() {
        return approval;
    }

    public boolean isOwn() {
        return approval != null && approval.askedBy().equals(person.getName());
    }

    public boolean isAllowedToDecide() {
        return approval != null && person.may(Role.APPROVER, approval.store());
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String typed) {
        why = typed.strip();
    }

    public String getWhyError() {
        return whyError;
    }

    /** What stands in the way; empty where nothing does. */
    public String getNotice() {
        return notice;
    }

    /** What was just done, in a sentence; empty where nothing was. */
    public String getOutcome() {
        return approval == null
                ? ""
                : Optional.ofNullable(request.getParameter("done"))
                        .map(done -> wording.ofOr("approval.done." + done, ""))
                        .orElse("");
    }

    public String getListAddress() {
        return approval == null
                ? "approvals.xhtml"
                : PageAddress.of("approvals.xhtml")
                        .with("store", approval.store().value())
                        .toString();
    }
}
