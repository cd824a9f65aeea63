/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a page shows it, in the reader's language. No personal data is in it.
 *
 * @param seen how many attempts there are; forms send it back, so that one sent twice starts one attempt
 * @param failure why the last attempt came to nothing
 * @param back to the storefront
 */
public record PaymentPage(
        String id,
        PageState state,
        long version,
        String store,
        boolean test,
        String amount,
        String order,
        int seen,
        @Nullable MethodText method,
        @Nullable AttemptText attempt,
        List<OfferText> offers,
        @Nullable String failure,
        String back,
        @Nullable String walletOrigin,
        @Nullable String paidAt,
        boolean justPaid,
        @Nullable String closedReason) {

    /** A method and how to pay with it. */
    public record MethodText(
            String code, String flow, String label, String description, String icon, List<String> steps) {}

    /** A method that could be chosen, or why not. */
    public record OfferText(
            MethodText method, boolean available, @Nullable String reason) {}

    /**
     * The attempt under way or the last one.
     *
     * @param expiresAt milliseconds since 1970; null if it does not expire
     */
    public record AttemptText(
            String id, @Nullable Long expiresAt, @Nullable String expiresText, boolean hasCode, long startedAt) {}
}
