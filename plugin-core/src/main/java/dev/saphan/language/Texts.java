/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.language;

import dev.saphan.money.Money;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** Sentences of one bundle in every language, with arguments: amounts are written as the reader's locale has them. */
public final class Texts {

    private static final ResourceBundle.Control ENGLISH_IS_THE_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final ClassLoader loader;

    /** @param bundle base name; the file without a language is the English one */
    public Texts(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    public String get(Locale locale, String key, Object... arguments) {
        return find(locale, key, arguments)
                .orElseThrow(() -> new IllegalStateException("No text " + key + " in " + bundle));
    }

    public Optional<String> find(Locale locale, String key, Object... arguments) {
        try {
            String pattern = ResourceBundle.getBundle(bundle, locale, loader, ENGLISH_IS_THE_FALLBACK)
                    .getString(key);
            Object[] written = Arrays.stream(arguments)
                    .map(argument -> argument instanceof Money money ? money.format(locale) : argument)
                    .toArray();
            return Optional.of(new MessageFormat(pattern, locale).format(written));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
