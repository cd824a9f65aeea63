/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shopper pays at the till; the cashier scans the code that the wallet shows. */
@ParameterizedClass
@EnumSource(Device.class)
class CounterJourneyIT {

    @Parameter
    Device device;

    private RunningDemo demo;
    private Person shopper;
    private Person cashier;

    @BeforeEach
    void openTheTill() {
        demo = RunningDemo.get();
        shopper = new Person(Device.PHONE);
        cashier = new Person(device);
        cashier.signsIn("/counter/", "cashier");
    }

    @AfterEach
    void closeIt() {
        shopper.close();
        cashier.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alipayplus_upm", "barcode_wechat"})
    void takesAPaymentByAScan(String method) {
        opens(numberOfANewOrder(method));
        scans(demo.paymentCode(method, "approve"));

        assertThat(cashier.test("paid")).isVisible(Person.PATIENTLY);
        cashier.screenshot("counter-paid-" + method + "-" + device);
        shopper.seesTheOrderPaid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alipayplus_upm", "barcode_wechat"})
    void isToldWhyAScanWasRefusedAndTakesAnother(String method) {
        opens(numberOfANewOrder(method));
        scans(demo.paymentCode(method, "insufficient_funds"));

        assertThat(cashier.test("refused")).isVisible(Person.PATIENTLY);
        assertThat(cashier.test("reason")).containsText("not enough money");
        cashier.screenshot("counter-refused-" + method + "-" + device);
        scans(demo.paymentCode(method, "approve"));

        assertThat(cashier.test("paid")).isVisible(Person.PATIENTLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alipayplus_upm", "barcode_wechat"})
    void seesThatACodeRanOutUnanswered(String method) {
        String order = numberOfANewOrder(method);
        opens(order);
        scans(demo.paymentCode(method, "confirm"));
        assertThat(cashier.test("stop")).isVisible(Person.PATIENTLY);

        demo.expire(demo.charge(order));

        assertThat(cashier.test("refused")).isVisible(Person.PATIENTLY);
    }

    @Test
    void stopsAScanThatTheShopperDoesNotConfirm() {
        String order = numberOfANewOrder("alipayplus_upm");
        opens(order);
        scans(demo.paymentCode("alipayplus_upm", "confirm"));

        cashier.test("stop").click();

        assertThat(cashier.page().locator("#code")).isVisible();
        Assertions.assertThat(demo.simulatorBooks().toString()).contains(demo.charge(order));
        Assertions.assertThat(demo.payment(order)
                        .getAsJsonArray("attempts")
                        .get(0)
                        .getAsJsonObject()
                        .get("status")
                        .getAsString())
                .isEqualTo("expired");
    }

    private String numberOfANewOrder(String method) {
        shopper.order("benjarong-bowl", "counter:" + method);
        Locator number = shopper.page().locator(".number strong");
        number.waitFor();
        return number.textContent().strip();
    }

    private void opens(String order) {
        cashier.page().navigate(demo.stack().paymentsUrl() + "/counter/?q=" + order);
        cashier.page()
                .locator("[data-test=waiting][data-order='" + order + "']")
                .click();
    }

    /** As a scanner does: types fast and ends with Enter. */
    private void scans(String code) {
        Locator field = cashier.page().locator("#code");
        field.waitFor();
        field.fill(code);
        field.press("Enter");
    }
}
