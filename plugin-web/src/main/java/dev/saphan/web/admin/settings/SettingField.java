/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.settings;

import java.util.List;

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
