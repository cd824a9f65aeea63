/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.refusal;

/** What is refused to strangers, and to people who may not. */
public enum Refused {
    API_KEY("refused.api-key"),
    PAGE_TOKEN("refused.page-token"),
    SIGNATURE("refused.signature"),
    NAME("refused.name"),
    THROTTLED("refused.throttled"),
    ROLE("refused.role");

    private final String act;

    Refused(String act) {
        this.act = act;
    }

    /** As in the audit trail. */
    String act() {
        return act;
    }
}
