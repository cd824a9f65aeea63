/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What Omise told us and what the shop was told: a viewer looks at it, an admin repeats it. */
class MessagesJourneyIT {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void isLookedAtByAViewerAndRepeatedByAnAdmin() {
        String order = paidOrder();
        asViewer(order);
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/messages.xhtml?store=demo&q=" + order, "admin");
            message(admin, "charge.create").click();
            Assertions.assertThat(smuggle(admin))
                    .as("the same form from one who may")
                    .isEqualTo(303);
            admin.page().navigate(demo.stack().paymentsUrl() + "/admin/messages.xhtml?store=demo&q=" + order);
            followsOneAgain(admin);
            followsTheChosenAgainByTheKeyboard(admin);
            followsAllThatFitAgain(admin, order);
            seesWhatTheShopWasTold(admin, order);
            readsItInThaiAndInTheDark(admin, order);
        }
        Assertions.assertThat(demo.payment(order).get("status").getAsString()).isEqualTo("paid");
    }

    private void asViewer(String order) {
        try (Person viewer = new Person(Device.DESKTOP)) {
            viewer.signsIn("/admin/messages.xhtml?store=demo&q=" + order, "viewer");
            assertThat(message(viewer, "charge.complete")).hasCount(1);
            assertThat(viewer.page().locator("#repeat-picked, .repeat, input[name=pick]"))
                    .hasCount(0);
            assertThat(viewer.page().locator("#repeat-why")).containsText("role admin");
            AccessibilityIT.assertNoViolation(viewer, "events, as a viewer");
            message(viewer, "charge.complete").click();
            assertThat(viewer.page().locator("#payload")).containsText("charge.complete");
            assertThat(viewer.page().locator("#payload")).containsText("[removed]");
            assertThat(viewer.page().locator("#actions button")).isDisabled();
            viewer.screenshot("message-viewer");
            AccessibilityIT.assertNoViolation(viewer, "one event, as a viewer");
            isHiddenFromAnotherStoresAdmin(viewer.page().url());
            Assertions.assertThat(smuggle(viewer)).isEqualTo(403);
        }
    }

    private static void isHiddenFromAnotherStoresAdmin(String message) {
        try (Person other = new Person(Device.DESKTOP)) {
            other.signsIn("/admin/messages.xhtml?store=demo", "kiosk-admin");
            assertThat(other.page().locator("main")).containsText("Second kiosk");
            var answer = other.page().request().get(message);
            Assertions.assertThat(answer.status()).isEqualTo(404);
            Assertions.assertThat(answer.text()).doesNotContain("charge.complete");
        }
    }

    /** The form of the page, with what its disabled button would have sent. */
    private static int smuggle(Person person) {
        FormData forged = FormData.create().set("do", "repeat");
        for (Locator input :
                person.page().locator("#actions input[type=hidden]").all()) {
            forged.set(input.getAttribute("name"), input.inputValue());
        }
        return person.page()
                .request()
                .post(
                        person.page().url(),
                        RequestOptions.create().setForm(forged).setMaxRedirects(0))
                .status();
    }

    private void followsOneAgain(Person admin) {
        admin.screenshot("messages");
        AccessibilityIT.assertNoViolation(admin, "events, as an admin");
        row(admin, "charge.complete").locator(".repeat").click();
        assertThat(admin.page().locator("#outcome")).hasClass("notice notice-good");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            admin.page().reload();
            return row(admin, "charge.complete").locator(".status-successful").count() == 1;
        });
    }

    private void followsTheChosenAgainByTheKeyboard(Person admin) {
        admin.page().locator("input[name=pick]").first().focus();
        admin.page().keyboard().press("Space");
        admin.page().locator("#repeat-picked").focus();
        admin.page().keyboard().press("Enter");
        seesTheBatchDone(admin);
        assertThat(admin.page().locator("#batch")).containsText("Gone through: 1. Processed again: 1.");
        assertThat(admin.page().locator(".batch-result")).hasCount(1);
    }

    private void followsAllThatFitAgain(Person admin, String order) {
        admin.page()
                .navigate(demo.stack().paymentsUrl() + "/admin/messages.xhtml?store=demo&q=" + order
                        + "&kind=charge.complete");
        admin.page().locator("details.ask summary").click();
        admin.screenshot("messages-all");
        admin.page().locator("#repeat-all").click();
        seesTheBatchDone(admin);
        assertThat(admin.page().locator("#batch")).containsText("Gone through: 1.");
        admin.screenshot("messages-batch");
    }

    private void seesWhatTheShopWasTold(Person admin, String order) {
        admin.page().navigate(demo.stack().paymentsUrl() + "/admin/messages.xhtml?store=demo&box=commands&q=" + order);
        assertThat(message(admin, "payment.paid")).hasCount(1);
        admin.screenshot("messages-to-the-shop");
        AccessibilityIT.assertNoViolation(admin, "messages to the shop");
        row(admin, "payment.paid").locator(".repeat").click();
        assertThat(admin.page().locator("#outcome")).hasClass("notice notice-warn");
        message(admin, "payment.paid").click();
        assertThat(admin.page().locator("#deliveries tbody tr")).containsText(new String[] {"applied"});
        String payload = admin.page().locator("#payload").textContent();
        Assertions.assertThat(payload)
                .contains(order, "checkoutUrl")
                .doesNotContain(demo.payment(order).get("checkoutUrl").getAsString());
        admin.screenshot("message-to-the-shop");
        AccessibilityIT.assertNoViolation(admin, "one message to the shop");
        admin.page().locator("#payment").click();
        assertThat(admin.page().locator("#order")).hasText(order);
    }

    private void readsItInThaiAndInTheDark(Person admin, String order) {
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        admin.page().setViewportSize(820, 1180);
        admin.page().navigate(demo.stack().paymentsUrl() + "/admin/messages.xhtml?store=demo&lang=th&q=" + order);
        assertThat(message(admin, "charge.complete")).hasCount(1);
        admin.screenshot("messages-th-dark-tablet");
        AccessibilityIT.assertNoViolation(admin, "events in Thai, dark, on a tablet");
        message(admin, "charge.complete").click();
        assertThat(admin.page().locator("#payload")).isVisible();
        admin.screenshot("message-th-dark-tablet");
        AccessibilityIT.assertNoViolation(admin, "one event in Thai, dark, on a tablet");
    }

    private static void seesTheBatchDone(Person admin) {
        assertThat(admin.page().locator("#batch")).isVisible();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            admin.page().reload();
            return admin.page().locator("#batch.notice-good").count() == 1;
        });
    }

    private static Locator row(Person person, String kind) {
        return person.page().locator("#messages tbody tr", new Page.LocatorOptions().setHasText(kind));
    }

    private static Locator message(Person person, String kind) {
        return row(person, kind).locator("a.message");
    }

    private static String paidOrder() {
        try (Person shopper = new Person(Device.DESKTOP)) {
            shopper.order("clay-teapot", "online:alipay_cn");
            shopper.decideInWallet("approve");
            shopper.seesTheOrderPaid();
            return shopper.page().locator(".reference").first().textContent().strip();
        }
    }
}
