/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in where, and what becomes of those who try to get in elsewhere. */
class RolesIT {

    private final RunningDemo demo = RunningDemo.get();

    /** Pages by the roles that open them; each is opened by each role. */
    private static final Map<String, Set<String>> PAGES = Map.ofEntries(
            entry("/admin/overview.xhtml", Set.of("viewer", "refunder", "approver", "admin")),
            entry("/admin/payments.xhtml", Set.of("viewer", "refunder", "approver", "admin")),
            entry("/admin/attention.xhtml", Set.of("viewer", "refunder", "approver", "admin")),
            entry("/admin/reconciliation.xhtml", Set.of("viewer", "refunder", "approver", "admin")),
            entry("/admin/messages.xhtml", Set.of("viewer", "refunder", "approver", "admin")),
            entry("/admin/explain.xhtml", Set.of("viewer", "refunder", "approver", "admin")),
            entry("/admin/approvals.xhtml", Set.of("refunder", "approver", "admin")),
            entry("/admin/shift.xhtml", Set.of("cashier", "approver", "admin")),
            entry("/admin/settings.xhtml", Set.of("admin")),
            entry("/admin/store.xhtml", Set.of("admin")),
            entry("/admin/golive.xhtml", Set.of("admin")),
            entry("/admin/people.xhtml", Set.of("admin")),
            entry("/admin/person.xhtml?name=viewer", Set.of("admin")),
            entry("/admin/audit.xhtml", Set.of("admin")),
            entry("/counter/", Set.of("cashier", "admin")));

    @ParameterizedTest
    @ValueSource(strings = {"admin", "approver", "refunder", "viewer", "cashier"})
    void eachRoleOpensItsPagesAndIsToldTheRoleForOthers(String role) {
        try (Person person = new Person(Device.DESKTOP)) {
            person.signsIn(role.equals("cashier") ? "/counter/" : "/admin/", role);
            PAGES.forEach((path, roles) -> opens(person, path, roles.contains(role) ? 200 : 403));
        }
    }

    private void opens(Person person, String path, int status) {
        var answer = person.page().navigate(demo.stack().paymentsUrl() + path);
        Assertions.assertThat(answer.status()).as(path).isEqualTo(status);
        if (status == 403) {
            assertThat(person.test("role-needed")).isVisible();
        }
    }

    @Test
    void isLedToThePublicAddressWhateverHostSays() {
        try (Person viewer = new Person(Device.DESKTOP)) {
            viewer.signsIn("/admin/payments.xhtml", "viewer");
            assertThat(viewer.page().locator("main")).isVisible();

            for (String folder : List.of("/admin/", "/admin", "/admin/index.xhtml")) {
                APIResponse answer = viewer.page()
                        .request()
                        .get(
                                demo.stack().paymentsUrl() + folder,
                                RequestOptions.create().setMaxRedirects(0).setHeader("Host", "evil.example"));

                Assertions.assertThat(answer.status()).as(folder).isEqualTo(302);
                Assertions.assertThat(answer.headers().get("location"))
                        .as(folder)
                        .startsWith(demo.stack().paymentsUrl() + "/admin/");
            }
        }
    }

    @Test
    void anAdminOfOneStoreSeesNothingOfAnother() {
        JsonObject payment = demo.start("ROLES-other-store", "alipayplus_upm", "counter");
        String id = payment.get("id").getAsString();
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/payments.xhtml?store=demo&q=ROLES-other-store", "kiosk-admin");
            assertThat(admin.page().locator("main")).containsText("Second kiosk");
            assertThat(admin.page().locator("a.order")).hasCount(0);
            opens(admin, "/admin/payment.xhtml?id=" + id, 404);
            opens(admin, "/admin/refund.xhtml?id=" + id, 404);
            opens(admin, "/counter/" + id, 403);
            opens(admin, "/admin/person.xhtml?name=refunder", 404);
            admin.page().navigate(demo.stack().paymentsUrl() + "/admin/people.xhtml");
            assertThat(admin.page().locator("#people a.order")).hasCount(1);
            assertThat(admin.page().locator("input[value='admin@*'], input[value='viewer@demo']"))
                    .hasCount(0);
            admin.screenshot("people-of-one-store");
        }
        Assertions.assertThat(demo.payment("ROLES-other-store").get("status").getAsString())
                .isEqualTo("open");
    }

    @Test
    void aPersonIsAddedChoosesAPasswordAndIsShutOut() {
        try (Person admin = new Person(Device.DESKTOP);
                Person added = new Person(Device.TABLET)) {
            admin.signsIn("/admin/people.xhtml", "admin");
            AccessibilityIT.assertNoViolation(admin, "people");
            admin.screenshot("people");
            admin.page().locator("#name").fill("night.cashier@example.com");
            admin.page().locator("input[value='cashier@demo']").check();
            admin.page().locator("#add").click();
            String lent = admin.page().locator("#lent").textContent();
            AccessibilityIT.assertNoViolation(admin, "one person");
            admin.screenshot("person-added");

            added.signsIn("/counter/", "night.cashier@example.com", lent);
            assertThat(added.test("lent")).isVisible();
            AccessibilityIT.assertNoViolation(added, "choosing a password");
            added.screenshot("password");
            added.page().locator("#before").fill(lent);
            added.page().locator("#chosen").fill("three kites above the dunes");
            added.page().locator("#again").fill("three kites above the dunes");
            added.test("choose-password").click();
            assertThat(added.page()).hasURL(demo.stack().paymentsUrl() + "/counter/");

            admin.page().locator("#disable-ask summary").click();
            admin.page().locator("#disable").click();
            assertThat(admin.page().locator("#state")).hasText("Disabled");
            added.page().reload();
            assertThat(added.test("sign-in")).isVisible();

            admin.page().locator("#more summary").click();
            admin.page().locator("#nav-audit").click();
            assertThat(admin.page().locator("#trail")).containsText("night.cashier@example.com");
            AccessibilityIT.assertNoViolation(admin, "audit trail");
            String file = downloaded(admin, "/admin/export/audit.csv?subject=night.cashier@example.com");
            Assertions.assertThat(file).contains("person.add").doesNotContain("payment.");
            admin.page().locator("#check").click();
            assertThat(admin.page().locator("#outcome")).containsText("intact");
            admin.screenshot("audit");
        }
    }

    @Test
    void theTrailIsNotHandedToOthers() {
        try (Person approver = new Person(Device.DESKTOP)) {
            approver.signsIn("/admin/", "approver");
            APIResponse answer = approver.page().request().get(demo.stack().paymentsUrl() + "/admin/export/audit.csv");
            Assertions.assertThat(answer.status()).isEqualTo(403);
            Assertions.assertThat(answer.text()).contains("Admin");
        }
    }

    private String downloaded(Person person, String path) {
        APIResponse answer = person.page().request().get(demo.stack().paymentsUrl() + path);
        Assertions.assertThat(answer.headers()).containsEntry("content-type", "text/csv;charset=UTF-8");
        return answer.text();
    }

    @Test
    void aFormThatWasNotShownDoesNothing() {
        JsonObject payment = demo.start("ROLES-forged", "alipayplus_upm", "counter");
        String id = payment.get("id").getAsString();
        forgesACancellation("viewer", id);
        Assertions.assertThat(demo.payment("ROLES-forged").get("status").getAsString())
                .isEqualTo("open");

        forgesACancellation("refunder", id);
        Assertions.assertThat(demo.payment("ROLES-forged").get("status").getAsString())
                .as("the same form from one who may")
                .isEqualTo("closed");
    }

    private void forgesACancellation(String role, String id) {
        try (Person person = new Person(Device.DESKTOP)) {
            person.signsIn("/admin/payment.xhtml?id=" + id, role);
            String state = person.page()
                    .locator("#actions input[name='jakarta.faces.ViewState']")
                    .inputValue();
            FormData forged = FormData.create()
                    .set("actions", "actions")
                    .set("id", id)
                    .set("cancel", "cancel")
                    .set("jakarta.faces.ViewState", state);
            person.page()
                    .request()
                    .post(
                            demo.stack().paymentsUrl() + "/admin/payment.xhtml?id=" + id,
                            RequestOptions.create().setForm(forged));
        }
    }

    @Test
    void aFormOfAnotherSiteOrWithoutItsTokenIsRefused() {
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/", "admin");
            String payments = demo.stack().paymentsUrl();
            APIResponse signIn = admin.page()
                    .request()
                    .post(
                            payments + "/login",
                            RequestOptions.create()
                                    .setHeader("Sec-Fetch-Site", "cross-site")
                                    .setForm(FormData.create()
                                            .set("name", "admin")
                                            .set("password", "x")));
            Assertions.assertThat(signIn.status()).isEqualTo(403);
            for (String path : new String[] {"/logout", "/password"}) {
                APIResponse answer = admin.page()
                        .request()
                        .post(payments + path, RequestOptions.create().setForm(FormData.create()));
                Assertions.assertThat(answer.status()).as(path).isEqualTo(403);
            }
            APIResponse stateless = admin.page()
                    .request()
                    .post(
                            payments + "/admin/people.xhtml",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("add-form", "add-form")
                                            .set("name", "intruder")
                                            .set("grant", "admin@*")
                                            .set("add", "add")));
            Assertions.assertThat(stateless.text()).doesNotContain("id=\"lent\"");
            admin.page().navigate(payments + "/admin/people.xhtml");
            assertThat(admin.page().locator("#people")).not().containsText("intruder");
        }
    }
}
