/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be tapped on a page. Where each is as large as WCAG 2.2 asks (success criterion 2.5.8), it does not matter
 * what stands beside it at that moment.
 */
final class Targets {

    /** A radio button or box is tapped by its label too; what is out of sight until it has the focus is not tapped. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, textarea')]
              .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('.unseen, .skip'))
              .map(one => ({one, box: (one.matches('[type=radio], [type=checkbox]') && one.closest('label') || one)
                .getBoundingClientRect()}))
              .filter(({box}) => box.width < 23.99 || box.height < 23.99)
              .map(({one, box}) => `${one.outerHTML.slice(0, 160)} is ${box.width} x ${box.height}`)""";

    private Targets() {}

    /** Those less than 24 by 24 pixels of CSS. */
    static List<String> tooSmall(Page page) {
        List<String> found = new ArrayList<>();
        for (Object one : (List<?>) page.evaluate(SMALL)) {
            found.add(String.valueOf(one));
        }
        return found;
    }
}
