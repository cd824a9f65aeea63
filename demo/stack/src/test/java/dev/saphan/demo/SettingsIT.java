/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin sets up a store of their own, and nobody else does. */
class SettingsIT {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void whatIsSetHoldsAtOnceAndWhatIsWrongIsSaidWhereItStands() {
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/settings.xhtml", "kiosk-admin");
            AccessibilityIT.assertNoViolation(admin, "settings");
            field(admin, "name").fill("Kiosk at the pier");
            field(admin, "time-zone").fill("Bangkok");
            save(admin, "general");
            assertThat(field(admin, "time-zone-error")).not().isEmpty();
            assertThat(field(admin, "name")).hasValue("Kiosk at the pier");
            admin.screenshot("settings-wrong");

            field(admin, "time-zone").fill("Asia/Bangkok");
            save(admin, "general");
            assertThat(admin.page().locator("#outcome")).isVisible();
            assertThat(admin.page().locator("main")).containsText("Kiosk at the pier");

            admin.page().locator(".reset-general").click();
            assertThat(field(admin, "name")).hasValue("Second kiosk");
        }
    }

    @Test
    void aKeyThatOmiseDoesNotKnowIsNotKeptAndNoKeyIsEverShown() {
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/settings.xhtml", "kiosk-admin");
            field(admin, "test.secret-key").fill("skey_test_nobody_has_this");
            save(admin, "keys-test");
            assertThat(field(admin, "test.secret-key-error")).containsText("Omise does not accept");
            assertThat(field(admin, "test.secret-key")).hasValue("");
            Assertions.assertThat(admin.page().content())
                    .doesNotContain(Credentials.SECRET_KEY)
                    .doesNotContain("nobody_has_this");
        }
    }

    @Test
    void anApiKeyIsShownOnceWorksAndIsRevoked() {
        try (Person admin = new Person(Device.TABLET, "th-TH")) {
            admin.signsIn("/admin/settings.xhtml", "kiosk-admin");
            admin.page().locator(".make-test-key").click();
            String key = admin.page().locator("#made").textContent();
            admin.screenshot("settings-th");
            AccessibilityIT.assertNoViolation(admin, "a new key");
            Assertions.assertThat(methods(admin, key).status()).isEqualTo(200);

            field(admin, "method.atome_qr.enabled").selectOption("false");
            field(admin, "method.alipay_cn.position").waitFor();
            save(admin, "method-atome_qr");
            assertThat(admin.page().locator("#outcome")).isVisible();
            assertThat(admin.page().locator("#made")).hasCount(0);
            Assertions.assertThat(methods(admin, key).text()).contains("switched_off");
            admin.page().navigate(demo.stack().paymentsUrl() + "/admin/explain.xhtml?amount=1500&currency=THB&lang=en");
            assertThat(admin.page().locator("#answers")).containsText("switched this method off");
            AccessibilityIT.assertNoViolation(admin, "why a method is hidden");
            admin.screenshot("explain");

            admin.page().navigate(demo.stack().paymentsUrl() + "/admin/settings.xhtml");
            admin.page().locator(".reset-method-atome_qr").click();
            admin.page().locator(".revoke").last().click();
            Assertions.assertThat(methods(admin, key).status()).isEqualTo(401);
        }
    }

    @Test
    void aTestAlertArrivesWhereAlertsAreToGo() throws Exception {
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/settings.xhtml", "kiosk-admin");
            field(admin, "alerts.mail").fill("owner");
            save(admin, "alerts");
            assertThat(field(admin, "alerts.mail-error")).not().isEmpty();
            field(admin, "alerts.mail").fill("owner@shop.example");
            save(admin, "alerts");
            assertThat(admin.page().locator("#outcome")).isVisible();
            admin.page().locator(".send-test-alert").click();
            assertThat(admin.page().locator("#outcome")).containsText("taken everywhere");
            Assertions.assertThat(demo.mail().getReceivedMessages()).anySatisfy(mail -> {
                Assertions.assertThat(mail.getSubject()).contains("A test alert", "Second kiosk");
                Assertions.assertThat(mail.getAllRecipients()[0]).hasToString("owner@shop.example");
            });

            field(admin, "alerts.url").fill("http://127.0.0.1:1/alerts");
            field(admin, "alerts.signing-secret").fill("whsec_c2FwaGFuLWFsZXJ0LXNlY3JldC0wMDAwMDE=");
            save(admin, "alerts");
            admin.page().locator(".send-test-alert").click();
            assertThat(admin.page().locator("#alert-failed")).containsText("did not answer");
            admin.screenshot("settings-alerts");
            AccessibilityIT.assertNoViolation(admin, "alerts");
            admin.page().navigate(demo.stack().paymentsUrl() + "/admin/settings.xhtml");
            admin.page().locator(".reset-alerts").click();
            assertThat(field(admin, "alerts.mail")).hasValue("");
            admin.page().navigate(demo.stack().paymentsUrl() + "/admin/audit.xhtml");
            assertThat(admin.page().locator("#trail")).containsText("Sent a test alert");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"approver", "refunder", "viewer"})
    void othersAreToldTheRole(String role) {
        try (Person person = new Person(Device.DESKTOP)) {
            person.signsIn("/admin/", role);
            var answer = person.page().navigate(demo.stack().paymentsUrl() + "/admin/settings.xhtml");
            Assertions.assertThat(answer.status()).isEqualTo(403);
            assertThat(person.test("role-needed")).containsText("Admin");
        }
    }

    private APIResponse methods(Person person, String key) {
        return person.page()
                .request()
                .get(
                        demo.stack().paymentsUrl() + "/api/v1/payment-methods?amount=150000&currency=THB",
                        RequestOptions.create().setHeader("Authorization", "Bearer " + key));
    }

    private static void save(Person person, String section) {
        person.page().locator(".save-" + section).click();
    }

    private static Locator field(Person person, String name) {
        return person.page().locator("[id='" + name + "']");
    }
}
