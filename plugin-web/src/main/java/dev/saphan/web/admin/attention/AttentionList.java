/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.attention;

import dev.saphan.settings.StoreId;
import dev.saphan.web.admin.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that waits for a person, as the page shows it. */
public record AttentionList(List<AlertLine> alerts, List<MessageLine> messages, List<WorkLine> work) {

    /**
     * @param address of the payment it is about, empty where it is about something else
     * @param times how often it happened
     * @param settleable whether this person may settle it
     */
    public record AlertLine(
            String id,
            String kind,
            String title,
            String advice,
            String store,
            String subject,
            String address,
            String detail,
            int times,
            Moment first,
            Moment last,
            @Nullable StoreId storeId,
            boolean settleable) {}

    /**
     * A message to the storefront without a usable answer.
     *
     * @param retryable whether this person may have it delivered again
     */
    public record MessageLine(
            String id,
            String type,
            String address,
            String answer,
            int deliveries,
            boolean waiting,
            Moment created,
            StoreId storeId,
            boolean retryable) {}

    /** @param dead whether it is no longer tried */
    public record WorkLine(
            String job, String title, String subject, String error, int failures, boolean dead, Moment last) {}

    public boolean isNothingToDo() {
        return alerts.isEmpty() && messages.isEmpty() && work.isEmpty();
    }
}
