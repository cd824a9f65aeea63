/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shopper at a screen buys something in the sample store. */
@ParameterizedClass
@EnumSource(Device.class)
class OnlineJourneyIT {

    private static final String POT = "clay-teapot";

    @Parameter
    Device device;

    private RunningDemo demo;
    private Person shopper;

    @BeforeEach
    void opensABrowser() {
        demo = RunningDemo.get();
        shopper = new Person(device);
    }

    @AfterEach
    void closesIt() {
        shopper.close();
    }

    @Test
    void paysInTheWalletAndComesBackToAPaidOrder() {
        shopper.order(POT, "online:alipay_cn");
        shopper.decideInWallet("approve");

        shopper.seesTheOrderPaid();
        shopper.screenshot("order-paid-" + device);
    }

    @Test
    void seesWhyTheWalletDeclinedAndPaysInAnotherWay() {
        shopper.order(POT, "online:alipay_cn");
        shopper.decideInWallet("decline");

        shopper.seesState("failed");
        assertThat(shopper.test("reason")).containsText("rejected");
        shopper.screenshot("declined-" + device);
        shopper.test("other-method").click();
        shopper.test("method-atome_qr").click();
        paysWithThePhone();
        shopper.isBroughtToThePaidOrder();
    }

    @Test
    void comesBackFromTheWalletUnpaidAndGoesOn() {
        shopper.order(POT, "online:alipay_cn");
        shopper.page().locator("button[name=decision][value=approve]").waitFor();

        shopper.comesBackToThePaymentPage();
        shopper.seesState("returned");
        shopper.test("continue").click();
        shopper.decideInWallet("approve");

        shopper.seesTheOrderPaid();
    }

    @Test
    void seesThatARedirectPaymentExpired() {
        shopper.order(POT, "online:alipay_cn");
        shopper.page().locator("button[name=decision][value=approve]").waitFor();
        shopper.comesBackToThePaymentPage();
        shopper.seesState("returned");

        demo.expire(demo.charge(shopper.orderOnPaymentPage()));

        shopper.seesState("expired");
        assertThat(shopper.test("reason")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atome_qr", "installment_paynext_extra_qr"})
    void paysByScanningTheCodeWithAPhone(String method) {
        shopper.order(POT, "online:" + method);
        shopper.seesState("qr");
        assertThat(shopper.test("countdown")).isVisible();
        assertThat(shopper.test("steps").locator("li")).hasCount(3);
        shopper.screenshot("qr-" + method + "-" + device);

        paysWithThePhone();

        shopper.seesTheOrderPaid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atome_qr", "installment_paynext_extra_qr"})
    void seesWhyACodeWasDeclinedOnThePhone(String method) {
        shopper.order(POT, "online:" + method);
        shopper.seesState("qr");

        decidesOnThePhone("decline");

        shopper.seesState("failed");
        assertThat(shopper.test("reason")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atome_qr", "installment_paynext_extra_qr"})
    void renewsAnExpiredCodeInPlaceAndPaysWithIt(String method) {
        shopper.order(POT, "online:" + method);
        shopper.seesState("qr");

        demo.expire(demo.charge(shopper.orderOnPaymentPage()));
        shopper.seesState("expired");
        shopper.test("again").click();
        shopper.seesState("qr");
        paysWithThePhone();

        shopper.seesTheOrderPaid();
    }

    @Test
    void cancelsAndComesBackToTheShop() {
        shopper.order(POT, "online:atome_qr");
        shopper.seesState("qr");

        shopper.test("ask-cancel").click();
        shopper.test("cancel").click();

        shopper.seesState("closed");
    }

    private void paysWithThePhone() {
        decidesOnThePhone("approve");
    }

    private void decidesOnThePhone(String decision) {
        shopper.seesState("qr");
        String address = shopper.scansTheCode();
        try (Person phone = new Person(Device.PHONE)) {
            phone.page().navigate(address);
            phone.decideInWallet(decision);
            phone.page().waitForLoadState();
        }
        Page page = shopper.page();
        page.bringToFront();
    }
}
