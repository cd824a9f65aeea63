/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.settings;

import java.util.List;
import java.util.Optional;

/**
 * One setting on the page.
 *
 * @param name the setting's, and the field's in the form
 * @param kind how it is entered
 * @param value that holds, masked if it is a secret
 * @param setHere whether an admin set it; otherwise it is the deployment's, or the default
 * @param choices for a choice
 * @param error what is wrong with what was entered; empty where nothing is
 */
public record SettingField(
        String name,
        String label,
        String hint,
        Kind kind,
        String value,
        boolean setHere,
        List<Option> choices,
        String error) {

    /** How a setting is entered. */
    public enum Kind {
        TEXT,
        SECRET,
        CHOICE
    }

    /** One of a choice; the empty value leaves it to the deployment or the default. */
    public record Option(String value, String label, boolean chosen) {}

    /** What sending that text asks for; empty where the deployment's value, or the default, shall hold again. */
    Optional<String> entered(String text) {
        return isChoice() && text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }

    public boolean isSecret() {
        return kind == Kind.SECRET;
    }

    public boolean isChoice() {
        return kind == Kind.CHOICE;
    }
}
