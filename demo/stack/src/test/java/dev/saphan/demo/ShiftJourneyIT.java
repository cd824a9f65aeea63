/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At the end of a shift everybody sees what they took, and those who close the store see all of it. */
class ShiftJourneyIT {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void aCashierSeesWhatTheyTookAndWhatIsStillOpen() {
        try (Person cashier = new Person(Device.TABLET)) {
            cashier.signsIn("/counter/", "cashier");
            take(cashier, "SHIFT-own", "approve");
            assertThat(cashier.test("paid")).isVisible(Person.PATIENTLY);
            take(cashier, "SHIFT-open", "confirm");
            assertThat(cashier.test("stop")).isVisible(Person.PATIENTLY);

            cashier.page().navigate(demo.stack().paymentsUrl() + "/counter/");
            cashier.test("shift").click();
            assertThat(cashier.page().locator("#whose")).containsText("Only what cashier took");
            assertThat(cashier.page().locator(".till")).hasCount(1);
            assertThat(cashier.page().locator(".till")).hasAttribute("data-cashier", "cashier");
            assertThat(cashier.page().locator(".till tbody tr")).not().hasCount(0);
            assertThat(cashier.page().locator("#open")).containsText("SHIFT-open");
            assertThat(cashier.page().locator("#open")).containsText("stop it at the counter");
            assertThat(cashier.page().locator("#rules")).containsText("at which Omise says it was paid");
            cashier.screenshot("shift-own-tablet");
            AccessibilityIT.assertNoViolation(cashier, "a cashier's shift");
            String file = csv(cashier, "");
            Assertions.assertThat(file).contains(",cashier,").doesNotContain("SHIFT-open");
            Assertions.assertThat(file.lines().skip(1)).allMatch(line -> line.contains(",cashier,"));

            cashier.page().locator("#open a.order", containing("SHIFT-open")).click();
            cashier.test("stop").click();
            cashier.page().navigate(demo.stack().paymentsUrl() + "/admin/shift.xhtml");
            assertThat(cashier.page().locator("main")).not().containsText("SHIFT-open");
        }
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void anApproverSeesEverybodyAndPrintsIt() {
        try (Person second = new Person(Device.DESKTOP)) {
            second.signsIn("/counter/", "admin");
            take(second, "SHIFT-second", "approve");
            assertThat(second.test("paid")).isVisible(Person.PATIENTLY);
        }
        try (Person cashier = new Person(Device.DESKTOP)) {
            cashier.signsIn("/counter/", "cashier");
            take(cashier, "SHIFT-first", "approve");
            assertThat(cashier.test("paid")).isVisible(Person.PATIENTLY);
        }
        try (Person approver = new Person(Device.DESKTOP)) {
            approver.signsIn("/admin/shift.xhtml?store=demo", "approver");
            assertThat(till(approver, "cashier")).isVisible();
            assertThat(till(approver, "admin")).isVisible();
            assertThat(approver.page().locator("#all")).isVisible();
            approver.screenshot("shift");
            AccessibilityIT.assertNoViolation(approver, "everybody's shift");
            Assertions.assertThat(csv(approver, "?store=demo"))
                    .contains(",cashier,")
                    .contains(",admin,");

            approver.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(approver.page().locator("#shift-form")).isHidden();
            assertThat(approver.page().locator("header.top")).isHidden();
            assertThat(till(approver, "cashier")).isVisible();
            approver.screenshot("shift-printed");
            approver.page()
                    .emulateMedia(new Page.EmulateMediaOptions()
                            .setMedia(Media.SCREEN)
                            .setColorScheme(ColorScheme.DARK));
            approver.page().navigate(demo.stack().paymentsUrl() + "/admin/shift.xhtml?store=demo&lang=th");
            approver.screenshot("shift-th-dark");
            AccessibilityIT.assertNoViolation(approver, "everybody's shift in Thai, dark");

            approver.page().locator("#day").fill("2020-02-29");
            approver.page().locator("#begin").fill("18:00");
            approver.page().locator("#end").fill("02:00");
            approver.page().locator("#show").click();
            assertThat(approver.page().locator("#while")).containsText("2020-03-01 02:00");
            assertThat(approver.page().locator("#nothing")).isVisible();
        }
    }

    @Test
    void anAdminOfAnotherStoreSeesNothingOfIt() {
        try (Person other = new Person(Device.DESKTOP)) {
            other.signsIn("/admin/shift.xhtml?store=demo", "kiosk-admin");
            assertThat(other.page().locator("h1")).containsText("Second kiosk");
            Assertions.assertThat(csv(other, "?store=demo")).doesNotContain("demo,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "refunder"})
    void thoseWithoutBusinessAtTheTillAreToldTheRole(String role) {
        try (Person person = new Person(Device.DESKTOP)) {
            person.signsIn("/admin/", role);
            assertThat(person.page().locator("#nav-shift")).hasCount(0);
            String payments = demo.stack().paymentsUrl();
            Assertions.assertThat(person.page()
                            .navigate(payments + "/admin/shift.xhtml")
                            .status())
                    .isEqualTo(403);
            assertThat(person.test("role-needed")).containsText("ashier");
            Assertions.assertThat(person.page()
                            .request()
                            .get(payments + "/admin/export/shift.csv")
                            .status())
                    .isEqualTo(403);
        }
    }

    private void take(Person cashier, String order, String outcome) {
        JsonObject payment = demo.start(order, "alipayplus_upm", "counter");
        cashier.page()
                .navigate(demo.stack().paymentsUrl() + "/counter/"
                        + payment.get("id").getAsString());
        cashier.page().locator("#code").fill(demo.paymentCode("alipayplus_upm", outcome));
        cashier.page().locator("#code").press("Enter");
    }

    private static Locator till(Person person, String cashier) {
        return person.page().locator(".till[data-cashier='" + cashier + "']");
    }

    private String csv(Person person, String query) {
        APIResponse answer =
                person.page().request().get(demo.stack().paymentsUrl() + "/admin/export/shift.csv" + query);
        Assertions.assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
