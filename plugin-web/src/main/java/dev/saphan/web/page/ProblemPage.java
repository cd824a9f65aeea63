/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.problem.ErrorCode;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Map;

/** A page for what cannot be shown or done, in the reader's language. */
@Wired
public class ProblemPage {

    private final Pages pages;

    @Inject
    ProblemPage(Pages pages) {
        this.pages = pages;
    }

    public String of(int status, PageLanguage language) {
        return pages.render("problem", language, Map.of("kind", kind(status)));
    }

    public String of(ErrorCode code, PageLanguage language) {
        return of(code.status(), language);
    }

    private static String kind(int status) {
        return switch (status) {
            case 404, 405 -> "unknown";
            case 401, 403 -> "forbidden";
            case 429 -> "many";
            case 408, 503 -> "later";
            default -> status < 500 ? "request" : "error";
        };
    }
}
