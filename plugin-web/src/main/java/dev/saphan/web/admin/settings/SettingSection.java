/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.settings;

import java.util.List;

/** Settings that are saved together. */
public record SettingSection(String id, String title, String meaning, List<SettingField> fields) {

    public boolean isWrong() {
        return fields.stream().anyMatch(field -> !field.error().isEmpty());
    }

    public boolean isSetHere() {
        return fields.stream().anyMatch(SettingField::setHere);
    }
}
