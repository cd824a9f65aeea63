/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2 AA on the pages that shoppers, cashiers and admins see, by axe in a real browser. */
class AccessibilityIT {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @ParameterizedTest
    @CsvSource({
        "PHONE,en-US,qr",
        "PHONE,th-TH,qr",
        "DESKTOP,zh-CN,qr",
        "PHONE,en-US,choose",
        "DESKTOP,en-US,failed",
        "PHONE,en-US,cancel",
        "PHONE,th-TH,expired",
        "DESKTOP,ja-JP,closed",
        "PHONE,en-US,paid",
        "PHONE,zh-TW,returned"
    })
    void hostedPagesHaveNoViolation(Device device, String locale, String state) {
        try (Person shopper = new Person(device, locale)) {
            shopper.order("clay-teapot", state.equals("returned") ? "online:alipay_cn" : "online:atome_qr");
            reach(shopper, state);

            shopper.screenshot("a11y-" + state + "-" + locale + "-" + device);
            assertThat(violations(shopper)).isEmpty();
        }
    }

    /** These last but a moment, or wait for somebody else; the page's script is kept away so that they stand still. */
    @ParameterizedTest
    @ValueSource(strings = {"redirect", "wait", "scan", "confirm"})
    void passingStatesHaveNoViolation(String state) {
        try (Person shopper = new Person(Device.PHONE)) {
            shopper.page().route(address -> address.contains("/assets/pages"), Route::abort);
            shopper.page().navigate(paymentIn(state).get("checkoutUrl").getAsString());
            shopper.seesState(state);

            shopper.screenshot("a11y-" + state);
            assertThat(violations(shopper)).isEmpty();
        } finally {
            RunningDemo.get().clearFaults();
        }
    }

    private static JsonObject paymentIn(String state) {
        RunningDemo demo = RunningDemo.get();
        String order = "A11Y-" + state;
        return switch (state) {
            case "redirect" -> demo.start(order, "alipay_cn", "online");
            case "wait" -> {
                demo.fault("{\"kind\": \"lose_answer\", \"count\": 1, \"path\": \"/charges\"}");
                demo.fault("{\"kind\": \"latency\", \"count\": 20, \"millis\": 6000, \"method\": \"GET\"}");
                yield demo.start(order, "alipay_cn", "online");
            }
            case "scan" -> demo.start(order, "alipayplus_upm", "counter");
            case "confirm" -> {
                JsonObject payment = demo.start(order, "alipayplus_upm", "counter");
                demo.scan(payment, "alipayplus_upm", demo.paymentCode("alipayplus_upm", "confirm"));
                yield payment;
            }
            default -> throw new IllegalArgumentException(state);
        };
    }

    @Test
    void everyStepAtTheCounterHasNoViolation() {
        RunningDemo demo = RunningDemo.get();
        JsonObject payment = demo.start("A11Y-till", "alipayplus_upm", "counter");
        try (Person cashier = new Person(Device.DESKTOP)) {
            cashier.signsIn("/counter/?q=A11Y-till", "cashier");
            cashier.test("waiting").first().click();
            cashier.page().locator("#code").waitFor();
            assertThat(violations(cashier)).as("to be scanned").isEmpty();

            demo.scan(payment, "alipayplus_upm", demo.paymentCode("alipayplus_upm", "confirm"));
            cashier.test("stop").waitFor();
            assertThat(violations(cashier)).as("waiting for the shopper").isEmpty();

            demo.expire(demo.charge("A11Y-till"));
            cashier.test("refused").waitFor();
            assertThat(violations(cashier)).as("refused").isEmpty();

            cashier.page().locator("#code").fill(demo.paymentCode("alipayplus_upm", "approve"));
            cashier.page().locator("#code").press("Enter");
            cashier.test("paid").waitFor();
            assertThat(violations(cashier)).as("paid").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theBackOfficeHasNoViolation(ColorScheme scheme) {
        String order = "A11Y-office-" + scheme;
        RunningDemo demo = RunningDemo.get();
        demo.scan(
                demo.start(order, "barcode_wechat", "counter"),
                "barcode_wechat",
                demo.paymentCode("barcode_wechat", "approve"));
        try (Person admin = new Person(Device.DESKTOP)) {
            admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            admin.signsIn("/admin/payments.xhtml?q=" + order, "admin");
            admin.page().locator("a.order").first().waitFor();
            assertThat(violations(admin)).as("payments").isEmpty();
            admin.page().locator("a.order").first().click();
            admin.page().locator("#refund").waitFor();
            assertThat(violations(admin)).as("one payment").isEmpty();
            admin.page().locator("#refund").click();
            admin.page().locator("#reason").fill("A cup was broken");
            assertThat(violations(admin)).as("refund").isEmpty();
            admin.page().locator("#review").click();
            admin.page().locator("#confirm").waitFor();
            assertThat(violations(admin)).as("confirming the refund").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void signInAndCounterHaveNoViolation(Device device) {
        RunningDemo demo = RunningDemo.get();
        String order = "A11Y-queue-" + device;
        demo.start(order, "alipayplus_upm", "counter");
        try (Person cashier = new Person(device)) {
            cashier.page().navigate(demo.stack().paymentsUrl() + "/counter/");
            assertThat(violations(cashier)).as("sign-in").isEmpty();
            cashier.signsIn("/counter/?q=" + order, "cashier");
            cashier.test("waiting").waitFor();
            assertThat(violations(cashier)).as("one waits").isEmpty();
            cashier.page().navigate(demo.stack().paymentsUrl() + "/counter/?q=A11Y-nobody");
            cashier.test("empty").waitFor();
            assertThat(violations(cashier)).as("nobody waits").isEmpty();
        }
    }

    @Test
    void canBePaidWithTheKeyboardAlone() {
        try (Person shopper = new Person(Device.DESKTOP)) {
            shopper.order("clay-teapot", "online:atome_qr");
            shopper.seesState("qr");
            tabTo(shopper, "other-method");
            shopper.page().keyboard().press("Enter");
            shopper.test("method-alipay_cn").waitFor();
            tabTo(shopper, "method-alipay_cn");
            shopper.page().keyboard().press("Enter");
            shopper.page().locator("button[name=decision][value=approve]").waitFor();
        }
    }

    @Test
    void carriesNoInlineScriptUnderAStrictPolicy() {
        try (Person shopper = new Person(Device.DESKTOP)) {
            List<String> complaints = new ArrayList<>();
            shopper.page().onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    complaints.add(message.text());
                }
            });
            shopper.order("clay-teapot", "online:atome_qr");
            shopper.seesState("qr");
            Response page = Objects.requireNonNull(shopper.page().reload());

            assertThat(page.headerValue("content-security-policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline");
            assertThat(page.headerValue("referrer-policy")).isEqualTo("no-referrer");
            assertThat(page.headerValue("cache-control")).contains("no-store");
            assertThat(shopper.page()
                            .locator("script:not([src]), [style], [onclick]")
                            .count())
                    .isZero();
            assertThat(complaints).isEmpty();
        }
    }

    private static void tabTo(Person person, String name) {
        for (int i = 0; i < 40; i++) {
            person.page().keyboard().press("Tab");
            if (name.equals(person.page().evaluate("document.activeElement.dataset.test"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + name);
    }

    private static void reach(Person shopper, String state) {
        if (state.equals("returned")) {
            shopper.page().locator("button[name=decision][value=approve]").waitFor();
            shopper.comesBackToThePaymentPage();
            shopper.seesState(state);
            return;
        }
        shopper.seesState("qr");
        switch (state) {
            case "choose" -> shopper.test("other-method").click();
            case "cancel" -> shopper.test("ask-cancel").click();
            case "failed" -> decideOnThePhone(shopper, "decline");
            case "paid" -> decideOnThePhone(shopper, "approve");
            case "expired" -> {
                RunningDemo demo = RunningDemo.get();
                demo.expire(demo.charge(shopper.orderOnPaymentPage()));
            }
            case "closed" -> {
                shopper.test("ask-cancel").click();
                shopper.test("cancel").click();
            }
            default -> {}
        }
        if (List.of("failed", "paid", "expired", "closed").contains(state)) {
            shopper.seesState(state);
        }
    }

    private static void decideOnThePhone(Person shopper, String decision) {
        String address = shopper.scansTheCode();
        try (Person phone = new Person(Device.PHONE)) {
            phone.page().navigate(address);
            phone.decideInWallet(decision);
        }
    }

    static void assertNoViolation(Person person, String where) {
        assertThat(violations(person)).as(where).isEmpty();
    }

    private static List<String> violations(Person person) {
        return new AxeBuilder(person.page())
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getDescription() + " "
                                + rule.getNodes().stream()
                                        .map(CheckedNode::getHtml)
                                        .toList())
                        .toList();
    }
}
