/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An admin narrows the list, keeps a view of it and takes it along as a file. */
class PaymentListJourneyIT {

    @BeforeAll
    static void thereArePayments() {
        RunningDemo demo = RunningDemo.get();
        for (int i = 10; i < 40; i++) {
            demo.start("LIST-" + i, i % 3 == 0 ? "atome_qr" : "alipay_cn", "online");
        }
        demo.start("LIST-till", "barcode_wechat", "counter");
    }

    @Test
    void narrowsWithTheKeyboardAndRemovesAFilterAgain() {
        try (Person admin = onTheList(Device.DESKTOP, "en-US", "?q=list-")) {
            Page page = admin.page();
            assertThat(page.locator("#payments tbody tr")).hasCount(25);
            page.locator("#more-filters summary").focus();
            page.keyboard().press("Enter");
            page.locator("#method").focus();
            page.keyboard().type("Atome");
            page.locator("#max").fill("1900");
            page.keyboard().press("Enter");

            assertThat(page.locator("#payments tbody tr")).hasCount(10);
            assertThat(page.locator(".chip")).hasCount(3);
            admin.screenshot("list-filtered");
            AccessibilityIT.assertNoViolation(admin, "the filtered list");
            page.locator(".chip a").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".chip")).hasCount(2);
        }
    }

    @Test
    void findsAnOrderInWhicheverStoreItIs() {
        try (Person admin = onTheList(Device.DESKTOP, "en-US", "?q=LIST-till")) {
            assertThat(admin.page().locator("#store")).hasValue("demo");
            assertThat(admin.page().locator("#payments tbody tr")).hasCount(1);
            admin.page().navigate(admin.page().url().replace("?", "?store=kiosk&"));
            assertThat(admin.page().locator("#empty")).isVisible();
        }
    }

    @Test
    void goesToTheLastPageAndBack() {
        try (Person admin = onTheList(Device.DESKTOP, "en-US", "?q=LIST-")) {
            List<String> first = admin.page().locator("a.order").allTextContents();
            admin.page().locator("#older").click();
            assertThat(admin.page().locator("#payments tbody tr")).hasCount(6);
            Assertions.assertThat(admin.page().locator("a.order").allTextContents())
                    .doesNotContainAnyElementsOf(first);
            admin.page().locator("#newer").click();
            Assertions.assertThat(admin.page().locator("a.order").allTextContents())
                    .isEqualTo(first);
        }
    }

    @Test
    void keepsAViewAndDeletesIt() {
        try (Person admin = onTheList(Device.TABLET, "th-TH", "?q=LIST-&channel=counter&period=week")) {
            Page page = admin.page();
            page.locator("#save-view summary").click();
            page.locator("#view-name").fill("รอที่หน้าร้าน");
            admin.screenshot("list-save-view-th");
            page.locator("#view-save").click();
            assertThat(page.locator("#outcome")).isVisible();

            page.locator("#view-all").click();
            page.locator("[data-view='รอที่หน้าร้าน']").click();
            assertThat(page.locator("#payments tbody tr")).hasCount(1);
            admin.screenshot("list-view-th");
            AccessibilityIT.assertNoViolation(admin, "a saved view");
            page.locator(".own-view .remove").click();
            assertThat(page.locator(".own-view")).hasCount(0);
        }
    }

    @Test
    void saysWhatToDoWhenNothingFits() {
        try (Person admin = onTheList(Device.DESKTOP, "en-US", "?q=LIST-&min=5000&max=1")) {
            assertThat(admin.page().locator("[role=alert]")).hasCount(1);
            admin.page().navigate(admin.page().url().replace("max=1", "max=9000"));
            assertThat(admin.page().locator("#empty")).isVisible();
            admin.screenshot("list-empty");
            admin.page().locator("#empty-clear").click();
            assertThat(admin.page().locator("#payments")).isVisible();
        }
    }

    @Test
    void downloadsTheListAsAFileAndIsToldHowFarItIs() throws IOException {
        try (Person admin = onTheList(Device.DESKTOP, "th-TH", "?q=LIST-")) {
            Download download = admin.page()
                    .waitForDownload(() -> admin.page().locator("#export").click());
            assertThat(admin.page().locator("#export-progress")).containsText("31");
            admin.screenshot("list-exported");
            Path file = Objects.requireNonNull(download.path());
            List<String> lines = Files.readAllLines(file);

            Assertions.assertThat(download.suggestedFilename()).startsWith("payments-demo-test-");
            Assertions.assertThat(lines).hasSize(32);
            Assertions.assertThat(lines.get(0)).startsWith("\ufeffคำสั่งซื้อ,");
            Assertions.assertThat(lines.get(1))
                    .contains("LIST-till")
                    .contains(",THB,1900.00,0.00,")
                    .contains("+07:00");
        }
    }

    private static Person onTheList(Device device, String locale, String query) {
        Person admin = new Person(device, locale);
        admin.signsIn("/admin/payments.xhtml" + query, "admin");
        assertThat(admin.page().locator("h1")).isVisible();
        return admin;
    }
}
