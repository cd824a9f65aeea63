/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The books differ because webhooks were lost; a viewer sees it, an admin mends it, and both books agree. */
class ReconciliationJourneyIT {

    private final RunningDemo demo = RunningDemo.get();

    @AfterEach
    void calm() {
        demo.clearFaults();
    }

    @Test
    void mendsARefundThatNobodyHeardOfAndLeavesAStrangeChargeAsItIs() throws IOException {
        String order = paidOrder();
        String charge = demo.charge(order);
        demo.fault("{\"kind\": \"drop_webhook\", \"count\": 50}");
        demo.fault("{\"kind\": \"http_500\", \"count\": 4, \"path\": \"/events\"}");
        demo.refundAtOmise(charge, 50_000);
        String strange = demo.chargeOfSomebodyElse(77_700);

        String comparison = asViewer(order);

        asAdmin(comparison, order, strange);
        isHiddenFromAnotherStoresAdmin(comparison);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> refunded(order) == 50_000);
    }

    private static void isHiddenFromAnotherStoresAdmin(String comparison) {
        try (Person other = new Person(Device.DESKTOP)) {
            other.signsIn("/admin/reconciliation.xhtml", "kiosk-admin");
            for (String page : List.of("reconciliation.xhtml", "reconciliation.csv", "reconciliation-progress")) {
                var answer = other.page().request().get(comparison.replace("reconciliation.xhtml", page));
                Assertions.assertThat(answer.status()).as(page).isEqualTo(404);
                Assertions.assertThat(answer.text()).as(page).doesNotContain("chrg_", "rfnd_");
            }
        }
    }

    private String asViewer(String order) throws IOException {
        try (Person viewer = new Person(Device.DESKTOP)) {
            viewer.signsIn("/admin/reconciliation.xhtml?store=demo", "viewer");
            viewer.screenshot("reconciliation-empty");
            AccessibilityIT.assertNoViolation(viewer, "before the first comparison");
            viewer.page().locator("#start").click();
            seesItDone(viewer);
            assertThat(line(viewer, order).locator(".finding")).hasAttribute("data-finding", "refund_unknown");
            assertThat(viewer.page().locator("#repair-all, .repair, .accept")).hasCount(0);
            assertThat(line(viewer, order)).containsText("refunder, approver");
            viewer.screenshot("reconciliation-viewer");
            Assertions.assertThat(download(viewer, "#csv-entries"))
                    .anySatisfy(row -> Assertions.assertThat(row).contains(order, ",500.00,", "refund_unknown"));
            return viewer.page().url();
        }
    }

    private void asAdmin(String comparison, String order, String strange) throws IOException {
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/reconciliation.xhtml", "admin");
            admin.page().navigate(comparison);
            assertThat(admin.page().locator("#verdict")).hasClass("notice notice-bad");
            assertThat(admin.page().locator("tr[data-total=refunded]").first()).hasClass("unequal");
            admin.screenshot("reconciliation-differences");
            AccessibilityIT.assertNoViolation(admin, "differences");
            line(admin, order).locator(".repair").click();
            assertThat(admin.page().locator("#outcome")).hasClass("notice notice-good");
            assertThat(line(admin, order).locator(".result")).hasClass("result small tone-text-good");
            mendsTheRest(admin, strange);
            assertThat(admin.page().locator("#verdict")).hasClass("notice notice-good");
            assertThat(admin.page().locator(".unequal")).hasCount(0);
            admin.screenshot("reconciliation-agree");
            Assertions.assertThat(download(admin, "#csv-days"))
                    .anySatisfy(row -> Assertions.assertThat(row).contains(",THB,"));
            comparesAnewInThaiAndInTheDark(admin);
        }
    }

    /** By the keyboard: what other tests left, and the charge that is none of ours. */
    private void mendsTheRest(Person admin, String strange) {
        if (admin.page().locator("#repair-all").count() > 0) {
            admin.page().locator("#repair-all").focus();
            admin.page().keyboard().press("Enter");
            seesItDone(admin);
        }
        Locator accept = line(admin, strange).locator(".accept");
        accept.focus();
        admin.page().keyboard().press("Enter");
        assertThat(admin.page().locator("#outcome")).isVisible();
        assertThat(accept).hasCount(0);
    }

    private void comparesAnewInThaiAndInTheDark(Person admin) {
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        admin.page().locator(".languages a[lang=th]").click();
        admin.page().locator("#start").click();
        seesItDone(admin);
        assertThat(admin.page().locator("#verdict")).hasText("บัญชีทั้งสองฝั่งตรงกัน");
        admin.page().setViewportSize(820, 1180);
        admin.screenshot("reconciliation-th-dark-tablet");
        AccessibilityIT.assertNoViolation(admin, "in Thai, dark, on a tablet");
    }

    private static void seesItDone(Person person) {
        assertThat(person.page().locator("#csv-days")).isVisible(Person.PATIENTLY);
        assertThat(person.page().locator(".progress")).hasCount(0);
    }

    private static Locator line(Person person, String about) {
        return person.page().locator("#differences tbody tr", new Page.LocatorOptions().setHasText(about));
    }

    private static List<String> download(Person person, String link) throws IOException {
        Download file =
                person.page().waitForDownload(() -> person.page().locator(link).click());
        String content = Files.readString(file.path());
        Assertions.assertThat(content).startsWith("\uFEFFdate,");
        return content.lines().skip(1).toList();
    }

    private String paidOrder() {
        try (Person shopper = new Person(Device.DESKTOP)) {
            shopper.order("clay-teapot", "online:alipay_cn");
            shopper.decideInWallet("approve");
            shopper.seesTheOrderPaid();
            return shopper.page().locator(".reference").first().textContent().strip();
        }
    }

    private long refunded(String order) {
        return demo.payment(order).getAsJsonObject("refunded").get("amount").getAsLong();
    }
}
