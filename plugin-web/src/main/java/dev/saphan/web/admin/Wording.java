/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts of the back office in the reader's language. */
@Named("t")
@RequestScoped
public class Wording {

    private static final Texts TEXTS = new Texts("dev.saphan.web.admin.texts", Wording.class.getClassLoader());

    @Inject
    Reader reader;

    public String of(String key) {
        return TEXTS.get(locale(), key);
    }

    public String of(String key, Object argument) {
        return TEXTS.get(locale(), key, argument);
    }

    public String of(String key, Object first, Object second) {
        return TEXTS.get(locale(), key, first, second);
    }

    /** With the places for arguments left as they are, for the page's script. */
    public String template(String key) {
        return TEXTS.get(locale(), key, "{0}", "{1}");
    }

    /** Empty where there is no such text. */
    public Optional<String> find(String key, List<?> arguments) {
        return TEXTS.find(locale(), key, arguments.toArray());
    }

    /** As {@link #of(String)}, with as many arguments as the sentence has. */
    public String told(String key, Object... arguments) {
        return TEXTS.get(locale(), key, arguments);
    }

    /** For words from an open list: the word itself where there is no text for it. */
    public String ofOr(String key, String otherwise) {
        return TEXTS.find(locale(), key).orElse(otherwise);
    }

    public Locale locale() {
        return reader.getLocale();
    }
}
