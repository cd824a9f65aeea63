/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large refunds take two people, and nobody refunds more than their budget; whoever tries otherwise gets nothing. */
class RefundApprovalIT {

    private final RunningDemo demo = RunningDemo.get();

    @BeforeEach
    void limits() {
        settings(Map.of("refund-approval-above.THB", "100000"));
    }

    @AfterEach
    void noLimits() {
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/settings.xhtml?store=demo", "admin");
            admin.page().locator(".reset-refunds").click();
            assertThat(admin.page().locator("#outcome")).isVisible();
        }
    }

    @Test
    void aSecondPersonApproves() {
        String id = demo.paidAtTheCounter("APPROVE-1");
        String approval = asks("refunder", id);
        Assertions.assertThat(demo.refundsAtOmise("APPROVE-1")).isZero();
        try (Person refunder = new Person(Device.DESKTOP)) {
            refunder.signsIn(approval, "refunder");
            assertThat(refunder.page().locator("#own")).isVisible();
            assertThat(refunder.page().locator("#approve")).hasCount(0);
        }
        try (Person approver = new Person(Device.DESKTOP)) {
            approver.signsIn("/admin/approvals.xhtml", "approver");
            AccessibilityIT.assertNoViolation(approver, "approvals");
            approver.screenshot("approvals");
            approver.page()
                    .locator("a.approval", new Page.LocatorOptions().setHasText("APPROVE-1"))
                    .click();
            AccessibilityIT.assertNoViolation(approver, "an approval");
            approver.screenshot("approval");
            approver.page().locator("#approve").click();
            assertThat(approver.page().locator("#outcome")).containsText("Approved");
            assertThat(approver.page().locator("#status")).hasText("Approved");
            approver.page().locator("#payment").click();
            assertThat(approver.page().locator("#refunds")).containsText("approved by approver");
            assertThat(approver.page().locator("#story")).containsText("Refund approved");
            approver.screenshot("payment-approved");
        }
        Assertions.assertThat(demo.refundsAtOmise("APPROVE-1")).isEqualTo(1);
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/audit.xhtml?act=refund.approve", "admin");
            assertThat(admin.page().locator("#trail")).containsText("approver");
        }
    }

    @Test
    void declinedWithAReasonItIsFreeAgain() {
        String id = demo.paidAtTheCounter("APPROVE-2");
        String approval = asks("refunder", id);
        try (Person approver = new Person(Device.TABLET, "th-TH")) {
            approver.signsIn(approval, "approver");
            approver.screenshot("approval-th");
            approver.page().locator("#decline").click();
            assertThat(approver.page().locator("#why-error")).not().isEmpty();
            approver.page().locator("#why").fill("The cup was whole");
            approver.page().locator("#decline").click();
            assertThat(approver.page().locator("#decision")).hasText("The cup was whole");
            approver.page().locator("#payment").click();
            assertThat(approver.page().locator("#story")).containsText("The cup was whole");
            assertThat(approver.page().locator("#refund")).isVisible();
        }
        Assertions.assertThat(demo.refundsAtOmise("APPROVE-2")).isZero();
    }

    @Test
    void nobodyApprovesTheirOwnWhateverIsSent() {
        for (String role : new String[] {"approver", "admin"}) {
            String order = "APPROVE-OWN-" + role;
            String approval = asks(role, demo.paidAtTheCounter(order));
            try (Person own = new Person(Device.DESKTOP)) {
                own.signsIn(approval, role);
                assertThat(own.page().locator("#own")).isVisible();
                String state = own.page()
                        .locator("#take-back input[name='jakarta.faces.ViewState']")
                        .inputValue();
                forges(own, approval, "decide", "approve", state);
                own.page().reload();
                assertThat(own.page().locator("#status")).hasText("Waits for approval");
                own.page().locator("#withdraw").click();
                assertThat(own.page().locator("#status")).hasText("Withdrawn");
            }
            Assertions.assertThat(demo.refundsAtOmise(order)).isZero();
        }
    }

    @Test
    void othersSeeNothingOfItAndDoNothing() {
        String approval = asks("admin", demo.paidAtTheCounter("APPROVE-3"));
        for (String role : new String[] {"viewer", "cashier"}) {
            try (Person person = new Person(Device.DESKTOP)) {
                person.signsIn("/admin/", role);
                for (String path : new String[] {"/admin/approvals.xhtml", approval}) {
                    Assertions.assertThat(person.page()
                                    .navigate(demo.stack().paymentsUrl() + path)
                                    .status())
                            .as(role + " " + path)
                            .isEqualTo(403);
                    assertThat(person.test("role-needed")).isVisible();
                }
                forges(person, approval, "decide", "approve", "stateless");
            }
        }
        try (Person refunder = new Person(Device.DESKTOP)) {
            refunder.signsIn(approval, "refunder");
            assertThat(refunder.page().locator("#why-not")).containsText("approver");
            assertThat(refunder.page().locator("#approve, #decline, #withdraw")).hasCount(0);
            forges(refunder, approval, "decide", "approve", "stateless");
        }
        try (Person elsewhere = new Person(Device.DESKTOP)) {
            elsewhere.signsIn("/admin/approvals.xhtml", "kiosk-admin");
            assertThat(elsewhere.page().locator("a.approval")).hasCount(0);
            Assertions.assertThat(elsewhere
                            .page()
                            .navigate(demo.stack().paymentsUrl() + "/admin/approvals.xhtml?store=demo")
                            .status())
                    .isEqualTo(403);
            Assertions.assertThat(elsewhere
                            .page()
                            .navigate(demo.stack().paymentsUrl() + approval)
                            .status())
                    .isEqualTo(404);
            Assertions.assertThat(forges(elsewhere, approval, "decide", "approve", "stateless")
                            .text())
                    .doesNotContain("APPROVE-3");
            String id = demo.payment("APPROVE-3").get("id").getAsString();
            Assertions.assertThat(elsewhere
                            .page()
                            .request()
                            .get(demo.stack().paymentsUrl() + "/admin/refund-watch?seen=999999&id=" + id)
                            .status())
                    .isEqualTo(404);
        }
        try (Person approver = new Person(Device.DESKTOP)) {
            approver.signsIn(approval, "approver");
            assertThat(approver.page().locator("#status")).hasText("Waits for approval");
        }
        Assertions.assertThat(demo.refundsAtOmise("APPROVE-3")).isZero();
    }

    @Test
    void aBudgetEndsAndThePageSaysWhoMayGoOn() {
        settings(Map.of("refund-budget.refunder.THB", "50000"));
        String id = demo.paidAtTheCounter("BUDGET-1");
        try (Person refunder = new Person(Device.DESKTOP)) {
            refunder.signsIn("/admin/refund.xhtml?id=" + id, "refunder");
            assertThat(refunder.page().locator("#offer-budget")).isVisible();
            part(refunder, "600.00");
            refunder.page().locator("#confirm").click();
            assertThat(refunder.page().locator("#notice")).containsText("your budget for today");
            assertThat(refunder.page().locator("#notice")).containsText("Approver");
            refunder.screenshot("refund-over-budget");
        }
        Assertions.assertThat(demo.refundsAtOmise("BUDGET-1")).isZero();
        try (Person approver = new Person(Device.DESKTOP)) {
            approver.signsIn("/admin/refund.xhtml?id=" + id, "approver");
            part(approver, "600.00");
            approver.page().locator("#confirm").click();
            assertThat(approver.page().locator("#outcome")).isVisible();
        }
        Assertions.assertThat(demo.refundsAtOmise("BUDGET-1")).isEqualTo(1);
    }

    @Test
    void thePageCountsDownAndTellsOfAColleague() {
        String id = demo.paidAtTheCounter("MEANWHILE-1");
        try (Person slow = new Person(Device.TABLET);
                Person quick = new Person(Device.DESKTOP)) {
            slow.signsIn("/admin/refund.xhtml?id=" + id, "refunder");
            Locator left = slow.page().locator("#void-left");
            assertThat(left).containsText("left");
            assertThat(slow.page().locator("#window-left")).containsText("days left");
            assertThat(slow.page().locator("#meanwhile")).isHidden();
            AccessibilityIT.assertNoViolation(slow, "a refund with its times");

            quick.signsIn("/admin/refund.xhtml?id=" + id, "approver");
            part(quick, "100.00");
            quick.page().locator("#confirm").click();
            assertThat(quick.page().locator("#outcome")).isVisible();

            assertThat(slow.page().locator("#meanwhile")).isVisible(Person.PATIENTLY);
            assertThat(slow.page().locator("#meanwhile")).containsText("approver");
            slow.screenshot("refund-meanwhile");
        }
    }

    private void part(Person person, String amount) {
        person.page().locator("#extent-part").check();
        person.page().locator("#amount").fill(amount);
        person.page().locator("#reason").fill("A cup was broken");
        person.page().locator("#review").click();
        assertThat(person.page().locator("#confirm-sentence")).isVisible();
    }

    /** Asks for everything, which is above the limit. Answers the address of what waits. */
    private String asks(String role, String id) {
        try (Person person = new Person(Device.DESKTOP)) {
            person.signsIn("/admin/refund.xhtml?id=" + id, role);
            person.page().locator("#reason").fill("All cups were broken");
            person.page().locator("#review").click();
            assertThat(person.page().locator("#needs-approval")).isVisible();
            assertThat(person.page().locator("#no-approver")).hasCount(0);
            AccessibilityIT.assertNoViolation(person, "asking for approval");
            person.screenshot("refund-needs-approval");
            person.page().locator("#confirm").click();
            assertThat(person.page().locator("#outcome")).containsText("waits for approval");
            person.screenshot("payment-waits-for-approval");
            return "/admin/"
                    + person.page().locator("#approvals a.approval").first().getAttribute("href");
        }
    }

    private APIResponse forges(Person person, String path, String form, String button, String state) {
        FormData forged = FormData.create()
                .set(form, form)
                .set("id", path.substring(path.indexOf("id=") + 3))
                .set(button, button)
                .set("why", "forged")
                .set("jakarta.faces.ViewState", state);
        return person.page()
                .request()
                .post(demo.stack().paymentsUrl() + path, RequestOptions.create().setForm(forged));
    }

    private void settings(Map<String, String> values) {
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/settings.xhtml?store=demo", "admin");
            values.forEach(
                    (name, value) -> admin.page().locator("[id='" + name + "']").fill(value));
            admin.page().locator(".save-refunds").click();
            assertThat(admin.page().locator("#outcome")).isVisible();
        }
    }
}
