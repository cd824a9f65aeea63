/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened to a payment is told from every side, and a charge can be looked at as Omise has it. */
class StoryJourneyIT {

    private final RunningDemo demo = RunningDemo.get();

    @AfterEach
    void wellAgain() {
        demo.clearFaults();
    }

    @Test
    void tellsWhatEverySideDid() {
        String payment = demo.payment(paidOrder()).get("id").getAsString();
        try (Person viewer = new Person(Device.DESKTOP)) {
            viewer.signsIn("/admin/payment.xhtml?id=" + payment, "viewer");
            awaitLine(viewer, "command");
            awaitLine(viewer, "event");
            for (String kind : List.of(
                    "payment.opened",
                    "shopper.opened",
                    "shopper.redirected",
                    "shopper.returned",
                    "call.create",
                    "call.read",
                    "attempt.successful",
                    "payment.paid")) {
                assertThat(line(viewer, kind).first()).isVisible();
            }
            assertThat(line(viewer, "payment.opened")).containsText("2,400.00");
            assertThat(line(viewer, "payment.opened")).containsText("idempotency key");
            assertThat(line(viewer, "event").first()).containsText("signature checked");
            assertThat(line(viewer, "command").first()).containsText("applied");
            assertThat(line(viewer, "call.create")).containsText("Attempt 1");
            Assertions.assertThat(viewer.page().locator("#story time").all())
                    .extracting(time -> Instant.parse(time.getAttribute("datetime")))
                    .isSorted();
            viewer.screenshot("story");
            AccessibilityIT.assertNoViolation(viewer, "the story");
            readsItInThaiAndInTheDark(viewer);
        }
    }

    private static void readsItInThaiAndInTheDark(Person viewer) {
        viewer.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        viewer.page().setViewportSize(820, 1180);
        viewer.page().navigate(viewer.page().url() + "&lang=th");
        assertThat(line(viewer, "call.create")).containsText("ขอให้ Omise สร้าง charge");
        Assertions.assertThat(viewer.page().locator("#story").textContent()).doesNotContain("THB ");
        viewer.screenshot("story-th-dark-tablet");
        AccessibilityIT.assertNoViolation(viewer, "the story in Thai, dark, on a tablet");
    }

    @Test
    void showsOneSideAndAsksOmiseForItsDeliveries() {
        String payment = demo.payment(paidOrder()).get("id").getAsString();
        try (Person viewer = new Person(Device.DESKTOP)) {
            viewer.signsIn("/admin/payment.xhtml?id=" + payment, "viewer");
            awaitLine(viewer, "event");
            int all = viewer.page().locator("#story > li").count();
            viewer.page().locator("#sides a[data-side=omise]").click();
            int ofOmise = viewer.page().locator("#story > li").count();
            Assertions.assertThat(ofOmise).isBetween(1, all - 1);
            assertThat(viewer.page().locator("#story > li[data-side=omise]")).hasCount(ofOmise);
            assertThat(viewer.page().locator("#sides a[aria-current=true]")).hasAttribute("data-side", "omise");

            viewer.page().locator("#ask-deliveries").click();
            assertThat(line(viewer, "delivery").first()).containsText("answered 200");
            assertThat(line(viewer, "delivery").first()).containsText("Omise's deliveries");
            viewer.screenshot("story-deliveries");

            demo.fault("{\"kind\": \"http_500\", \"count\": 9, \"path\": \"/charges/*/events\"}");
            viewer.page().reload();
            assertThat(viewer.page().locator("#deliveries-note")).containsText("does not answer");
            assertThat(line(viewer, "delivery")).hasCount(0);
            assertThat(line(viewer, "event").first()).isVisible();
        }
    }

    @Test
    void saysWhyAButtonDoesNothing() {
        String payment = demo.payment(paidOrder()).get("id").getAsString();
        try (Person viewer = new Person(Device.DESKTOP)) {
            viewer.signsIn("/admin/payment.xhtml?id=" + payment, "viewer");
            assertThat(viewer.page().locator("#cancel-disabled")).isDisabled();
            assertThat(viewer.page().locator("#cancel-why")).containsText("refund");
            assertThat(viewer.page().locator("#refund-why")).containsText("refunder");
            assertThat(viewer.page().locator("#raw-why-1")).containsText("refunder");
            assertThat(viewer.page().locator(".raw-charge")).hasCount(0);
            assertThat(viewer.page().locator("#sync")).isEnabled();
        }
    }

    @Test
    void showsTheChargeAsOmiseHasItToThoseWhoMayRefund() {
        String order = paidOrder();
        String charge = demo.charge(order);
        String payment = demo.payment(order).get("id").getAsString();
        String address;
        try (Person refunder = new Person(Device.DESKTOP)) {
            refunder.signsIn("/admin/payment.xhtml?id=" + payment, "refunder");
            refunder.page().locator(".raw-charge").click();
            address = refunder.page().url();
            Locator json = refunder.page().locator("#json");
            assertThat(json).containsText("\"" + charge + "\"");
            assertThat(json).containsText("\"refunds\"");
            assertThat(json).not().containsText("/payments/return/");
            assertThat(refunder.page().locator("#copy")).isVisible();
            refunder.screenshot("charge");
            AccessibilityIT.assertNoViolation(refunder, "a raw charge");

            demo.fault("{\"kind\": \"http_500\", \"count\": 9, \"method\": \"GET\", \"path\": \"/charges/" + charge
                    + "\"}");
            refunder.page().locator("#again").click();
            assertThat(refunder.page().locator("#trouble")).containsText("has not answered");
            assertThat(refunder.page().locator("#json")).hasCount(0);
            refunder.screenshot("charge-away");
        }
        demo.clearFaults();
        isNotShownTo("viewer", address, 403);
        isNotShownTo("cashier", address, 403);
        isNotShownTo("kiosk-admin", address, 404);
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/audit.xhtml?act=charge.read", "admin");
            assertThat(admin.page().locator("#trail")).containsText(charge);
            assertThat(admin.page().locator("#trail")).containsText("refunder");
        }
    }

    private static void isNotShownTo(String role, String address, int status) {
        try (Person person = new Person(Device.DESKTOP)) {
            person.signsIn(role.equals("cashier") ? "/counter/" : "/admin/", role);
            Assertions.assertThat(person.page().navigate(address).status())
                    .as(role)
                    .isEqualTo(status);
            assertThat(person.page().locator("#json")).hasCount(0);
        }
    }

    private static String paidOrder() {
        try (Person shopper = new Person(Device.DESKTOP)) {
            shopper.order("clay-teapot", "online:alipay_cn");
            shopper.decideInWallet("approve");
            shopper.seesTheOrderPaid();
            return shopper.page().locator(".reference").first().textContent().strip();
        }
    }

    private static void awaitLine(Person person, String kind) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            person.page().reload();
            return line(person, kind).count() > 0;
        });
    }

    private static Locator line(Person person, String kind) {
        return person.page().locator("#story > li[data-kind='" + kind + "']");
    }
}
