/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.user.Role;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.Pages;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Map;

/** Says which role is needed, to somebody who has not got it. */
@Wired
class RolePage {

    static final int STATUS = 403;

    private final Pages pages;

    @Inject
    RolePage(Pages pages) {
        this.pages = pages;
    }

    /** @param store its name, empty if it is not about one */
    String of(Role needed, String store, String person, PageLanguage language) {
        return pages.render("role-needed", language, Map.of("role", needed.code(), "store", store, "person", person));
    }
}
