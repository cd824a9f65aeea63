/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.language.Texts;
import dev.saphan.settings.Store;
import java.util.Locale;

/**
 * A way to pay. A method is one class found by CDI, in the plugin or in an integrator's jar, and a bundle of texts
 * beside it, named like its code.
 */
public interface PaymentMethod {

    MethodDescriptor descriptor();

    /** Adds the fields of the source that only this method has; type, amount and currency stand in it already. */
    default void describe(SourceFields source, PaymentDetails details) {}

    default String code() {
        return descriptor().code();
    }

    /** Label ({@code label}), description ({@code description}) and steps ({@code step.1} ...) in each language. */
    default Texts texts() {
        return new Texts(getClass().getPackageName() + "." + code(), getClass().getClassLoader());
    }

    /** By the store's own name for it, if it has one. */
    default String label(Store store, Locale locale) {
        return store.method(code()).label(locale).orElseGet(() -> label(locale));
    }

    default String label(Locale locale) {
        return texts().get(locale, "label");
    }
}
