/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An admin finds the order just paid and gives the money back in two steps; all three books agree. */
class BackOfficeJourneyIT {

    @Test
    void refundsHalfAndThenTheRest() {
        RunningDemo demo = RunningDemo.get();
        String order = paidOrder();

        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/payments.xhtml", "admin");
            refund(admin, order, "1200.00");
            refund(admin, order, "1200.00");
            admin.screenshot("payment-refunded");
        }

        var payment = demo.payment(order);
        Assertions.assertThat(payment.getAsJsonObject("refunded").get("amount").getAsLong())
                .isEqualTo(240_000);
        String charge = demo.charge(order);
        Assertions.assertThat(demo.simulatorBooks().getAsJsonArray("refunds"))
                .filteredOn(refund ->
                        refund.getAsJsonObject().get("charge").getAsString().equals(charge))
                .hasSize(2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        Assertions.assertThat(refundedInStore(demo, order)).isEqualTo(240_000));
    }

    @Test
    void isToldOfASecondPaymentAndGivesItBack() {
        RunningDemo demo = RunningDemo.get();
        String order;
        String abandoned;
        try (Person shopper = new Person(Device.PHONE)) {
            shopper.order("clay-teapot", "online:atome_qr");
            shopper.seesState("qr");
            order = shopper.orderOnPaymentPage();
            abandoned = demo.charge(order);
            shopper.test("other-method").click();
            shopper.test("method-alipay_cn").click();
            shopper.decideInWallet("approve");
            shopper.seesTheOrderPaid();
        }
        demo.payLate(abandoned);

        try (Person admin = new Person(Device.DESKTOP)) {
            admin.signsIn("/admin/attention.xhtml", "admin");
            Locator alert = admin.page().locator("section.attention", new Page.LocatorOptions().setHasText(order));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                admin.page().reload();
                return alert.count() > 0;
            });
            admin.screenshot("attention");
            AccessibilityIT.assertNoViolation(admin, "to look at");
            alert.locator("a.order").click();
            admin.page().locator(".give-back summary").click();
            admin.screenshot("give-back");
            AccessibilityIT.assertNoViolation(admin, "giving back");
            admin.page().locator(".give-back .ui-button").click();
            assertThat(admin.page().locator("#outcome")).isVisible();
            admin.page().locator(".settle").click();
            assertThat(admin.page().locator("section.attention")).hasCount(0);
            admin.page().locator("#nav-attention").click();
            assertThat(alert).hasCount(0);
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Assertions.assertThat(demo.simulatorBooks().getAsJsonArray("refunds"))
                        .filteredOn(refund -> refund.getAsJsonObject()
                                .get("charge")
                                .getAsString()
                                .equals(abandoned))
                        .hasSize(1));
        Assertions.assertThat(demo.payment(order).get("status").getAsString()).isEqualTo("paid");
        Assertions.assertThat(demo.payment(order).getAsJsonArray("attention")).isEmpty();
    }

    private static String paidOrder() {
        try (Person shopper = new Person(Device.DESKTOP)) {
            shopper.order("clay-teapot", "online:alipay_cn");
            shopper.decideInWallet("approve");
            shopper.seesTheOrderPaid();
            return shopper.page().locator(".reference").first().textContent().strip();
        }
    }

    private static void refund(Person admin, String order, String amount) {
        admin.page().navigate(RunningDemo.get().stack().paymentsUrl() + "/admin/payments.xhtml?q=" + order);
        admin.screenshot("payments");
        admin.page().locator("a.order").first().click();
        admin.page().locator("#refund").click();
        if (admin.page().locator("#extent-part").count() > 0) {
            admin.page().locator("#extent-part").check();
            admin.page().locator("#amount").fill(amount);
        }
        admin.page().locator("#reason").fill("A cup was broken");
        admin.screenshot("refund");
        admin.page().locator("#review").click();
        assertThat(admin.page().locator("#confirm-sentence")).isVisible();
        admin.page().locator("#confirm").click();
        assertThat(admin.page().locator("#outcome")).isVisible();
    }

    private static long refundedInStore(RunningDemo demo, String order) {
        return JsonParser.parseString(demo.storeBooks()).getAsJsonObject().getAsJsonArray("orders").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(entry -> entry.get("reference").getAsString().equals(order))
                .findFirst()
                .orElseThrow()
                .getAsJsonObject("refunded")
                .get("amount")
                .getAsLong();
    }
}
