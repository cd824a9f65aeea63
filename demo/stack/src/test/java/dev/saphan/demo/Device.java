/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;

/** What the shopper holds. */
enum Device {
    PHONE(390, 844),
    TABLET(820, 1180),
    DESKTOP(1280, 800);

    private final int width;
    private final int height;

    Device(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Browser.NewContextOptions context(String locale) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setTimezoneId("Asia/Bangkok")
                .setReducedMotion(ReducedMotion.REDUCE); // each frame of what moves is drawn without a graphics card
    }
}
