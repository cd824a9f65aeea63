/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser: a shopper, the shopper's phone, a cashier, an admin. */
final class Person implements AutoCloseable {

    static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);

    private final RunningDemo demo = RunningDemo.get();
    private final BrowserContext context;
    private final Page page;
    private @Nullable String paymentPage;

    Person(Device device) {
        this(device, "en-US");
    }

    Person(Device device, String locale) {
        context = demo.browser().newContext(device.context(locale));
        page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onFrameNavigated(frame -> {
            if (frame.url().contains("/payments/pay/")) {
                paymentPage = frame.url();
            }
        });
    }

    Page page() {
        return page;
    }

    /** Puts a thing into the cart and orders it, paying in that way. */
    void order(String product, String pay) {
        page.navigate(demo.stack().storeUrl() + "/products/" + product);
        page.locator("form.buy button").click();
        page.navigate(demo.stack().storeUrl() + "/checkout");
        page.locator("#name").fill("A shopper");
        page.locator("#email").fill("shopper@example.com");
        page.locator("input[name=pay][value='" + pay + "']").check();
        page.locator("form.checkout button.full").click();
    }

    /** The order's number as the payment page shows it. */
    String orderOnPaymentPage() {
        return test("order").first().textContent().strip();
    }

    void decideInWallet(String decision) {
        page.locator("button[name=decision][value=" + decision + "]").click();
    }

    /** Waits until the payment page stands there in that state. */
    void seesState(String state) {
        assertThat(page.locator("[data-test=pay-page][data-state=" + state + "]"))
                .isVisible(PATIENTLY);
    }

    /** Goes on to the store, without waiting to be brought there, and sees the order paid. */
    void seesTheOrderPaid() {
        Locator forward = page.locator("[data-forward]");
        assertThat(forward.or(page.locator(".status.paid")).first()).isVisible(PATIENTLY);
        if (forward.isVisible()) {
            forward.click();
        }
        isBroughtToThePaidOrder();
    }

    /** The payment page leads to the store by itself after some seconds. */
    void isBroughtToThePaidOrder() {
        page.waitForURL(url -> url.startsWith(demo.stack().storeUrl() + "/orders/"));
        assertThat(page.locator(".status.paid")).isVisible(PATIENTLY);
    }

    /** The address in the QR code, read from the picture as a phone would. */
    String scansTheCode() {
        page.waitForFunction("""
                () => {
                  const picture = document.querySelector('[data-test=qr]');
                  return picture !== null && picture.complete && picture.naturalWidth > 0;
                }""");
        byte[] picture = test("qr").screenshot();
        try {
            var source = new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(picture)));
            return read(new BinaryBitmap(new HybridBinarizer(source)));
        } catch (IOException | NotFoundException e) {
            throw new IllegalStateException("The picture holds no code that a phone could read", e);
        }
    }

    /** A reader that looks for a code in a scene overlooks a few in a thousand; this picture holds nothing else. */
    private static String read(BinaryBitmap bits) throws NotFoundException {
        try {
            return new MultiFormatReader().decode(bits).getText();
        } catch (NotFoundException e) {
            return new MultiFormatReader()
                    .decode(bits, Map.of(DecodeHintType.PURE_BARCODE, true))
                    .getText();
        }
    }

    void signsIn(String path, String role) {
        signsIn(path, role, Credentials.passwordOf(role));
    }

    void signsIn(String path, String role, String password) {
        page.navigate(demo.stack().paymentsUrl() + path);
        page.locator("#name").fill(role);
        page.locator("#password").fill(password);
        test("sign-in").click();
    }

    /** Opens the payment page again, as from the order's page or a kept link. */
    void comesBackToThePaymentPage() {
        page.navigate(Objects.requireNonNull(paymentPage, "no payment page was seen yet"));
    }

    Locator test(String name) {
        return page.locator("[data-test=" + name + "]");
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("saphan.target"), "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
