/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Payments chosen in the list are refunded together, each once, by those who may. */
class RefundSelectionIT {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void refundsEachOfTheChosenOnce() {
        demo.paidAtTheCounter("BULK-1");
        demo.paidAtTheCounter("BULK-2");
        demo.start("BULK-3", "alipayplus_upm", "counter");
        try (Person refunder = new Person(Device.DESKTOP)) {
            refunder.signsIn("/admin/payments.xhtml?store=demo&q=BULK-", "refunder");
            for (String order : new String[] {"BULK-1", "BULK-2", "BULK-3"}) {
                Locator box = row(refunder, order).locator("input[name=pick]");
                box.focus();
                refunder.page().keyboard().press("Space");
                assertThat(box).isChecked();
            }
            AccessibilityIT.assertNoViolation(refunder, "choosing payments");
            refunder.screenshot("payments-chosen");
            refunder.page().locator("#refund-selection").click();
            assertThat(row(refunder, "BULK-3")).containsText("not paid");
            assertThat(refunder.page().locator("#confirm-sentence")).containsText("2 payments");
            refunder.page().locator("#confirm").click();
            assertThat(refunder.page().locator("#reason-error")).not().isEmpty();
            refunder.page().locator("#reason").fill("The kiln broke");
            AccessibilityIT.assertNoViolation(refunder, "confirming a selection");
            refunder.screenshot("selection");
            refunder.page().locator("#confirm").click();
            assertThat(refunder.page().locator("#outcome")).isVisible(Person.PATIENTLY);
            assertThat(refunder.page().locator("#results .status-refused")).hasCount(0);
            assertThat(refunder.page().locator("#results tbody tr")).hasCount(2);
            AccessibilityIT.assertNoViolation(refunder, "what came of a selection");
            refunder.screenshot("selection-result");
            othersSeeNothingOf(refunder.page().url().replaceFirst(".*/admin/", ""));
        }
        for (String order : new String[] {"BULK-1", "BULK-2"}) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            Assertions.assertThat(demo.refundsAtOmise(order)).isEqualTo(1));
        }
        try (Person thai = new Person(Device.TABLET, "th-TH")) {
            String id = demo.payment("BULK-1").get("id").getAsString();
            thai.signsIn("/admin/selection.xhtml?store=demo&mode=test&pick=" + id, "refunder");
            assertThat(thai.page().locator("#why-not")).isVisible();
            thai.screenshot("selection-th");
        }
    }

    private void othersSeeNothingOf(String address) {
        String batch = address.substring(address.indexOf('=') + 1);
        try (Person elsewhere = new Person(Device.DESKTOP)) {
            elsewhere.signsIn("/admin/", "kiosk-admin");
            Assertions.assertThat(elsewhere
                            .page()
                            .navigate(demo.stack().paymentsUrl() + "/admin/" + address)
                            .status())
                    .isEqualTo(404);
            Assertions.assertThat(elsewhere
                            .page()
                            .request()
                            .get(demo.stack().paymentsUrl() + "/admin/selection-progress?batch=" + batch)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void paymentsOfAnotherStoreAreNotRefundedFromHere() {
        String id = demo.paidAtTheCounter("BULK-FOREIGN");
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/selection.xhtml?store=kiosk&mode=test&pick=" + id, "kiosk-admin");
            assertThat(admin.page().locator("#empty")).isVisible();
            assertThat(admin.page().locator("main")).not().containsText("BULK-FOREIGN");
            Assertions.assertThat(admin.page()
                            .navigate(demo.stack().paymentsUrl() + "/admin/selection.xhtml?store=demo&mode=test&pick="
                                    + id)
                            .status())
                    .isEqualTo(403);
        }
        Assertions.assertThat(demo.refundsAtOmise("BULK-FOREIGN")).isZero();
    }

    @Test
    void whoMayNotRefundCannotEvenChoose() {
        String id = demo.paidAtTheCounter("BULK-DENIED");
        String address = "/admin/selection.xhtml?store=demo&mode=test&pick=" + id;
        for (String role : new String[] {"viewer", "cashier"}) {
            try (Person person = new Person(Device.DESKTOP)) {
                person.signsIn("/admin/", role);
                if (role.equals("viewer")) {
                    person.page().navigate(demo.stack().paymentsUrl() + "/admin/payments.xhtml?q=BULK-DENIED");
                    assertThat(person.page().locator("a.order")).hasCount(1);
                    assertThat(person.page().locator("input[name=pick], #refund-selection"))
                            .hasCount(0);
                }
                Assertions.assertThat(person.page()
                                .navigate(demo.stack().paymentsUrl() + address)
                                .status())
                        .as(role)
                        .isEqualTo(403);
                assertThat(person.test("role-needed")).isVisible();
            }
        }
        try (Person approver = new Person(Device.DESKTOP)) {
            approver.signsIn(address, "approver");
            assertThat(approver.page().locator("#confirm")).isVisible();
            FormData stateless = FormData.create()
                    .set("form", "form")
                    .set("confirm", "confirm")
                    .set("pick", id + ":190000:THB")
                    .set("reason", "forged");
            approver.page()
                    .request()
                    .post(
                            demo.stack().paymentsUrl() + address,
                            RequestOptions.create().setForm(stateless));
        }
        Assertions.assertThat(demo.refundsAtOmise("BULK-DENIED")).isZero();
    }

    private static Locator row(Person person, String order) {
        return person.page().locator("tbody tr", new Page.LocatorOptions().setHasText(order));
    }
}
