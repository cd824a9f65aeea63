/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** People who sign in at the company's OpenID provider. */
class OpenIdIT {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void aCashierOfTheCompanyTakesPaymentsWithoutAPasswordHere() {
        try (Person cashier = new Person(Device.TABLET)) {
            open(cashier, "/counter/");
            AccessibilityIT.assertNoViolation(cashier, "sign-in with a choice");
            cashier.screenshot("sign-in-elsewhere");

            elsewhere(cashier, "company.cashier", "till");

            assertThat(cashier.page()).hasURL(demo.stack().paymentsUrl() + "/counter/");
            assertThat(cashier.page().locator("body")).containsText("company.cashier");
            open(cashier, "/admin/payments.xhtml");
            assertThat(cashier.test("role-needed")).isVisible();
        }
    }

    @Test
    void whoWasAskedToSignInGoesOnToThePageTheyWanted() {
        try (Person admin = new Person(Device.DESKTOP);
                Person cashier = new Person(Device.DESKTOP)) {
            elsewhere(open(cashier, "/counter/"), "second.cashier", "till");
            elsewhere(open(admin, "/admin/person.xhtml?name=second.cashier"), "company.admin", "payments");

            assertThat(admin.page()).hasURL(demo.stack().paymentsUrl() + "/admin/person.xhtml?name=second.cashier");
            assertThat(admin.page().locator("#roles-elsewhere")).isVisible();
            assertThat(admin.page().locator("#give, #reset-ask")).hasCount(0);
            assertThat(admin.page().locator("a #signed-in")).hasCount(0);
            AccessibilityIT.assertNoViolation(admin, "somebody known elsewhere");
            admin.screenshot("person-elsewhere");

            admin.page().locator("#disable-ask summary").click();
            admin.page().locator("#disable").click();
            assertThat(admin.page().locator("#state")).hasText("Disabled");
            cashier.page().reload();
            elsewhere(cashier, "second.cashier", "till");
            assertThat(cashier.test("login-error")).containsText("You may not sign in any more");
        }
    }

    @Test
    void aNamesakeOfSomebodyHereIsNotLetIn() {
        try (Person namesake = new Person(Device.DESKTOP)) {
            elsewhere(open(namesake, "/admin/"), "admin", "payments");

            assertThat(namesake.test("login-error")).containsText("Somebody else has that user name here");
            open(namesake, "/admin/payments.xhtml");
            assertThat(namesake.test("sign-in-elsewhere")).isVisible();
        }
    }

    @Test
    void anAnswerThatNobodyAskedForLetsNobodyIn() {
        try (Person lured = new Person(Device.DESKTOP, "th-TH")) {
            open(lured, "/login/elsewhere/back?code=a-code-of-somebody-else&state=guessed");

            assertThat(lured.test("login-error")).containsText("โปรดลองอีกครั้ง");
            lured.screenshot("sign-in-elsewhere-refused-th");
            open(lured, "/admin/payments.xhtml");
            assertThat(lured.test("sign-in-elsewhere")).isVisible();
        }
    }

    private Person open(Person person, String path) {
        person.page().navigate(demo.stack().paymentsUrl() + path);
        return person;
    }

    /** On the provider's own page. */
    private static void elsewhere(Person person, String name, String group) {
        person.test("sign-in-elsewhere").click();
        person.page().locator("input[name=username]").fill(name);
        person.page()
                .locator("textarea[name=claims]")
                .fill("{\"preferred_username\": \"%s\", \"groups\": [\"%s\"]}".formatted(name, group));
        person.page().locator("[type=submit]").click();
    }
}
