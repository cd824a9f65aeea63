/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2 AA on the pages that shoppers, cashiers and admins see, by axe in a real browser. */
class AccessibilityIT {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @ParameterizedTest
    @CsvSource({
        "PHONE,en-US,qr", "PHONE,th-TH,qr", "DESKTOP,zh-CN,qr",
        "PHONE,en-US,choose", "DESKTOP,en-US,failed", "PHONE,en-US,cancel"
    })
    void hostedPagesHaveNoViolation(Device device, String locale, String state) {
        try (Person shopper = new Person(device, locale)) {
            shopper.order("clay-teapot", "online:atome_qr");
            shopper.seesState("qr");
            reach(shopper, state);

            shopper.screenshot("a11y-" + state + "-" + locale + "-" + device);
            assertThat(violations(shopper)).isEmpty();
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
        switch (state) {
            case "choose" -> shopper.test("other-method").click();
            case "cancel" -> shopper.test("ask-cancel").click();
            case "failed" -> {
                String address = shopper.scansTheCode();
                try (Person phone = new Person(Device.PHONE)) {
                    phone.page().navigate(address);
                    phone.decideInWallet("decline");
                }
                shopper.seesState("failed");
            }
            default -> {}
        }
    }

    private static List<String> violations(Person person) {
        return new AxeBuilder(person.page())
                .withTags(RULES).analyze().getViolations().stream()
                        .map(Rule::getDescription)
                        .toList();
    }
}
