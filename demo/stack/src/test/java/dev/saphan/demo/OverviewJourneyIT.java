/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody signs in and sees how the stores do, and what waits for them. */
class OverviewJourneyIT {

    /** What today brought and took; other journeys buy and refund, too. */
    private static final Pattern IN_AND_BACK =
            Pattern.compile("THB.[1-9][0-9,]*[.][0-9]{2}\\s*THB.[1-9][0-9,]*[.][0-9]{2}");

    private static final String LATE = "OVERVIEW-late";

    private final RunningDemo demo = RunningDemo.get();

    @BeforeAll
    static void somethingHappened() {
        RunningDemo demo = RunningDemo.get();
        demo.scan(
                demo.start("OVERVIEW-paid", "barcode_wechat", "counter"),
                "barcode_wechat",
                demo.paymentCode("barcode_wechat", "approve"));
        demo.scan(
                demo.start("OVERVIEW-poor", "barcode_wechat", "counter"),
                "barcode_wechat",
                demo.paymentCode("barcode_wechat", "insufficient_funds"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> demo.payment("OVERVIEW-paid")
                        .get("status")
                        .getAsString()
                        .equals("paid"));
        demo.refundAtOmise(demo.charge("OVERVIEW-paid"), 10_000);
        JsonObject given = demo.start(LATE, "atome_qr", "online");
        String charge = demo.charge(LATE);
        demo.cancel(given);
        demo.payLate(charge);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !demo.payment(LATE).getAsJsonArray("attention").isEmpty());
    }

    @Test
    void aViewerComesToTheOverviewAndFromThereToWhatIsWrong() {
        try (Person viewer = new Person(Device.DESKTOP)) {
            viewer.signsIn("/admin/", "viewer");
            assertThat(viewer.page().locator("#nav-overview")).hasAttribute("aria-current", "page");
            Locator late = viewer.page().locator("[data-matter=late]");
            assertThat(late).containsText("1,900.00");
            int told = Integer.parseInt(late.locator(".count").textContent());
            late.locator("a").click();

            assertThat(viewer.page().locator("#payments tbody tr")).hasCount(told);
            assertThat(viewer.page().locator("main")).containsText(LATE);
        }
    }

    @Test
    void eachFigureSaysTheSameInWordsAPictureAndATable() {
        try (Person admin = new Person(Device.DESKTOP)) {
            List<String> complaints = new ArrayList<>();
            admin.page().onConsoleMessage(message -> complaints.add(message.text()));
            admin.signsIn("/admin/overview.xhtml?store=demo&mode=test&period=week", "admin");
            Locator money = admin.page().locator("[data-money=THB]");
            assertThat(money.locator("figcaption")).containsText("came in over the last 7 days");
            assertThat(money.locator("svg g")).hasCount(7);
            money.locator("summary").focus();
            admin.page().keyboard().press("Enter");
            assertThat(money.locator("tbody tr")).hasCount(7);
            assertThat(money.locator("tbody tr").first()).containsText(IN_AND_BACK);
            assertThat(admin.page().locator("#today [data-row=success]")).containsText("%");
            assertThat(admin.page().locator("#success [data-line=barcode_wechat]"))
                    .containsText("WeChat");
            assertThat(admin.page().locator("#failures [data-line=insufficient_funds]"))
                    .containsText("not enough money");
            assertThat(admin.page().locator("#times [data-line=barcode_wechat]"))
                    .isVisible();
            assertThat(admin.page().locator("main [style], main script")).hasCount(0);
            Assertions.assertThat(complaints).isEmpty();
            AccessibilityIT.assertNoViolation(admin, "overview");
            admin.screenshot("overview");
        }
    }

    @Test
    void staysInItsAddressWhenAnotherLanguageIsChosen() {
        try (Person viewer = new Person(Device.TABLET)) {
            viewer.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            viewer.signsIn("/admin/overview.xhtml?store=demo&mode=test", "viewer");
            viewer.page().locator("#period-quarter").click();
            viewer.page().locator(".languages a").click();

            assertThat(viewer.page().locator("html")).hasAttribute("lang", "th");
            assertThat(viewer.page().locator("#period-quarter")).hasAttribute("aria-current", "true");
            assertThat(viewer.page().locator("#store-demo")).hasAttribute("aria-current", "true");
            Assertions.assertThat(viewer.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            AccessibilityIT.assertNoViolation(viewer, "overview in the dark");
            viewer.screenshot("overview-th-dark");
        }
    }

    @Test
    void anAdminOfOneStoreSeesNoFigureOfAnother() {
        try (Person other = new Person(Device.DESKTOP)) {
            other.signsIn("/admin/overview.xhtml?store=demo&mode=test", "kiosk-admin");
            assertThat(other.page().locator("h1 + p")).containsText("kiosk");
            assertThat(other.page().locator("#store-demo, [data-money], [data-matter=late]"))
                    .hasCount(0);
            assertThat(other.page().locator("#no-money")).isVisible();
            assertThat(other.page().locator("#today [data-row=payments]")).containsText("0");
            Assertions.assertThat(other.page().content()).doesNotContain("1,900", "OVERVIEW");
            AccessibilityIT.assertNoViolation(other, "an overview without figures");

            other.page().navigate(other.page().url().replace("store=demo", "store=*"));
            assertThat(other.page().locator("[data-money]")).hasCount(0);
        }
    }

    @Test
    void aCashierIsToldTheRole() {
        try (Person cashier = new Person(Device.DESKTOP)) {
            cashier.signsIn("/counter/", "cashier");
            var answer = cashier.page().navigate(demo.stack().paymentsUrl() + "/admin/overview.xhtml");
            Assertions.assertThat(answer.status()).isEqualTo(403);
            assertThat(cashier.test("role-needed")).isVisible();
        }
    }
}
