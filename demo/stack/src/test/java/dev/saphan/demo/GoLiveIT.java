/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to be right before a store goes live is checked, and said in words, to its admins alone. */
class GoLiveIT {

    private final RunningDemo demo = RunningDemo.get();

    @AfterEach
    void calm() {
        demo.clearFaults();
    }

    @Test
    void theListRunsItselfAndTellsWhatToDo() {
        demo.start("GOLIVE-1", "atome_qr", "online");
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/golive.xhtml?store=demo&mode=test", "admin");
            assertThat(check(admin, "keys")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "capability")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "clock")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "webhook-address")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "webhook-secret")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "database")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "schema")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "jobs")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "storefront")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "public-address")).hasAttribute("data-verdict", "warning");
            assertThat(check(admin, "public-address")).containsText("is not https");
            assertThat(check(admin, "public-address")).containsText("What to do:");
            runsAgainUntil(admin, "webhook-arrival", "passed");
            assertThat(check(admin, "webhook-arrival")).containsText("charge.create");
            AccessibilityIT.assertNoViolation(admin, "go-live");
            admin.screenshot("golive");
            admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            AccessibilityIT.assertNoViolation(admin, "go-live, dark");
            admin.screenshot("golive-dark");

            admin.page().locator("#mode-live").click();
            assertThat(check(admin, "keys")).hasAttribute("data-verdict", "failed");
            assertThat(check(admin, "clock")).hasAttribute("data-verdict", "unknown");
            assertThat(check(admin, "public-address")).hasAttribute("data-verdict", "failed");
            assertThat(admin.page().locator("#summary")).containsText("Failed:");
        }
    }

    @Test
    void whatIsFoundCanBeTakenAwayAsAText() {
        try (Person admin = new Person(Device.TABLET, "th-TH")) {
            admin.signsIn("/admin/golive.xhtml?store=demo&mode=test", "admin");
            AccessibilityIT.assertNoViolation(admin, "go-live in Thai");
            admin.screenshot("golive-th");
            String address = admin.page().locator("#text").getAttribute("href");
            APIResponse answer = get(admin, "/admin/" + address + "&lang=en");
            Assertions.assertThat(answer.headers().get("content-disposition")).contains("go-live-demo-test.txt");
            Assertions.assertThat(answer.text())
                    .contains("[Passed] Keys", "[Warning] Public address")
                    .doesNotContain(Credentials.SECRET_KEY);
        }
    }

    @Test
    void oneClickAsksOmiseAboutTheKeys() {
        try (Person admin = new Person(Device.TABLET)) {
            admin.signsIn("/admin/settings.xhtml?store=demo", "admin");
            assertThat(admin.page().locator("#connection-answer")).hasCount(0);
            admin.page().locator("#check-test").click();
            assertThat(admin.page().locator("#connection-answer")).containsText("All 3 checks passed");
            assertThat(check(admin, "keys")).containsText("account");
            assertThat(check(admin, "keys")).containsText(" ms");
            AccessibilityIT.assertNoViolation(admin, "connection check");
            admin.screenshot("connection");

            demo.fault("{\"kind\": \"http_500\", \"count\": 20, \"path\": \"/account\"}");
            admin.page().locator("#check-test").click();
            assertThat(check(admin, "keys")).hasAttribute("data-verdict", "unknown");
        }
    }

    @Test
    void theBundleTellsTheStoryAndNoSecret() throws IOException {
        String payment = demo.start("GOLIVE-2", "atome_qr", "online").get("id").getAsString();
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/golive.xhtml?store=demo&mode=test", "admin");
            admin.page().locator("#payment").fill(payment);
            Download download = admin.page()
                    .waitForDownload(() -> admin.page().locator("#bundle").click());
            Assertions.assertThat(download.suggestedFilename()).isEqualTo("saphan-support-demo.zip");
            String bundle = unzip(download);
            Assertions.assertThat(bundle)
                    .contains("Server: ", "H2", "[Passed] Keys", "order: GOLIVE-2", "attempt.", "Store demo", "work")
                    .doesNotContain(
                            Credentials.SECRET_KEY,
                            Credentials.WEBHOOK_SECRET,
                            Credentials.passwordOf("admin"),
                            demo.stack().apiKey());

            admin.page().navigate(demo.stack().paymentsUrl() + "/admin/audit.xhtml?act=support.bundle");
            assertThat(admin.page().locator("#trail")).containsText(payment);
            assertThat(admin.page().locator("#trail")).containsText("Downloaded a support bundle");
            Assertions.assertThat(get(admin, "/admin/export/support.zip?store=demo&payment=pay_nobody")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anAdminOfTheInstallationEncryptsTheSettingsAnew() {
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/settings.xhtml?store=demo", "admin");
            assertThat(admin.page().locator("#sealed-state")).containsText("all encrypted with the newest key");
            admin.page()
                    .locator("#sealed")
                    .screenshot(new Locator.ScreenshotOptions()
                            .setPath(Path.of(System.getProperty("saphan.target"), "screenshots", "sealed.png")));
            admin.page().locator(".seal-again").click();
            assertThat(admin.page().locator("#outcome")).containsText("newest key");
            admin.page().navigate(demo.stack().paymentsUrl() + "/admin/audit.xhtml?act=settings.seal");
            assertThat(admin.page().locator("#trail")).containsText("0 settings");
        }
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/settings.xhtml", "kiosk-admin");
            assertThat(admin.page().locator("#connection")).isVisible();
            assertThat(admin.page().locator("#sealed")).hasCount(0);
        }
    }

    @Test
    void anAdminOfTheInstallationAddsAStore() {
        try (Person admin = new Person(Device.TABLET)) {
            admin.signsIn("/admin/settings.xhtml?store=demo", "admin");
            admin.page().locator("#add-store").click();
            AccessibilityIT.assertNoViolation(admin, "a new store");
            field(admin, "id").fill("Pier 7");
            field(admin, "name").fill("The pier");
            field(admin, "time-zone").fill("Nowhere");
            admin.page().locator(".add-store").click();
            assertThat(field(admin, "id-error")).containsText("lower-case letters");
            assertThat(field(admin, "name")).hasValue("The pier");
            field(admin, "id").fill("pier-7");
            admin.page().locator(".add-store").click();
            assertThat(field(admin, "time-zone-error")).not().isEmpty();
            admin.screenshot("store-new");
            field(admin, "time-zone").fill("Asia/Singapore");
            admin.page().locator(".add-store").click();

            assertThat(admin.page().locator("#outcome")).containsText("The store was added");
            assertThat(admin.page().locator("main")).containsText("The pier");
            assertThat(admin.page().locator("#webhook-address")).containsText("/webhooks/omise/pier-7");
            field(admin, "test.secret-key").fill(Credentials.SECRET_KEY);
            admin.page().locator(".save-keys-test").click();
            assertThat(admin.page().locator("#outcome")).containsText("Saved");
            admin.page().navigate(demo.stack().paymentsUrl() + "/admin/golive.xhtml?store=pier-7");
            assertThat(check(admin, "keys")).hasAttribute("data-verdict", "passed");
            assertThat(check(admin, "webhook-secret")).hasAttribute("data-verdict", "failed");
        }
    }

    @Test
    void anAdminOfOneStoreIsToldTheRoleForAnother() {
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/golive.xhtml", "kiosk-admin");
            assertThat(admin.page().locator("main")).containsText("Second kiosk");
            assertThat(check(admin, "webhook-address")).hasAttribute("data-verdict", "failed");
            denied(admin, "/admin/golive.xhtml?store=demo");
            denied(admin, "/admin/export/go-live.txt?store=demo");
            denied(admin, "/admin/export/support.zip?store=demo");
            denied(admin, "/admin/store.xhtml");
            String payment =
                    demo.start("GOLIVE-3", "atome_qr", "online").get("id").getAsString();
            Assertions.assertThat(get(admin, "/admin/export/support.zip?store=kiosk&payment=" + payment)
                            .status())
                    .isEqualTo(404);
            Assertions.assertThat(
                            get(admin, "/admin/export/support.zip?store=kiosk").status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"approver", "refunder", "viewer"})
    void othersAreToldTheRole(String role) {
        try (Person person = new Person(Device.DESKTOP)) {
            person.signsIn("/admin/", role);
            denied(person, "/admin/golive.xhtml");
            denied(person, "/admin/store.xhtml");
            denied(person, "/admin/export/go-live.txt?store=demo");
            denied(person, "/admin/export/support.zip?store=demo");
        }
    }

    @Test
    void nobodyElsesQuestionIsAnswered() {
        try (Person anybody = new Person(Device.DESKTOP)) {
            Assertions.assertThat(get(anybody, "/reach/AAAA").status()).isEqualTo(404);
            Assertions.assertThat(get(anybody, "/reach/" + "A".repeat(2000)).status())
                    .isEqualTo(404);
        }
    }

    private void denied(Person person, String path) {
        var answer = person.page().navigate(demo.stack().paymentsUrl() + path);
        Assertions.assertThat(answer.status()).as(path).isEqualTo(403);
        assertThat(person.test("role-needed")).containsText("Admin");
    }

    /** A webhook comes by itself, but when it likes. */
    private static void runsAgainUntil(Person admin, String check, String verdict) {
        admin.page().waitForCondition(() -> {
            admin.page().locator("#again").click();
            return verdict.equals(check(admin, check).getAttribute("data-verdict"));
        });
    }

    private static String unzip(Download download) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(download.createReadStream())) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private APIResponse get(Person person, String path) {
        return person.page().request().get(demo.stack().paymentsUrl() + path);
    }

    private static Locator field(Person person, String name) {
        return person.page().locator("[id='" + name + "']");
    }

    private static Locator check(Person person, String code) {
        return person.page().locator("[data-check='" + code + "']");
    }
}
