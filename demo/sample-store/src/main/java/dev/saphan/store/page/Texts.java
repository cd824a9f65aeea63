/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The shop's sentences. A language that lacks one says it in English, never as a key. */
public final class Texts {

    private static final ResourceBundle.Control NO_MACHINE_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    public static String of(Locale locale, String key, Object... values) {
        String pattern = bundle(locale).getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }

    public static boolean has(String key) {
        return bundle(Locale.ENGLISH).containsKey(key);
    }

    private static ResourceBundle bundle(Locale locale) {
        try {
            return ResourceBundle.getBundle("texts/store", locale, Texts.class.getClassLoader(), NO_MACHINE_LOCALE);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("the shop has no texts at all", e);
        }
    }
}
