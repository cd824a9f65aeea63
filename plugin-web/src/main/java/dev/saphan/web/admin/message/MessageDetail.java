/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.StatusBadge;
import java.util.List;

/**
 * One message as its page shows it.
 *
 * @param list address of the list that it is in
 * @param payload without secrets and personal data; empty if it is none that can be shown
 * @param repeatable whether there is something to repeat
 * @param explained what repeating does, or why there is nothing to repeat
 */
public record MessageDetail(
        String id,
        String box,
        String kind,
        StatusBadge state,
        StoreId store,
        String storeName,
        Mode mode,
        String order,
        String payment,
        String list,
        List<Fact> facts,
        String payload,
        List<Delivery> deliveries,
        boolean repeatable,
        String explained) {

    /** A line of what is known. */
    public record Fact(String name, String value) {}

    /** @param took in milliseconds, with the unit */
    public record Delivery(int number, Moment at, String took, String answer) {}

    public String getModeCode() {
        return mode.code();
    }
}
