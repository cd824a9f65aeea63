/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where alerts are sent to, beyond the back office.
 *
 * @param mail addresses; empty for no mail
 * @param address where signed messages go; empty for none
 * @param silenced codes of the kinds that are not sent
 */
public record AlertRouting(List<String> mail, Optional<OrderPortAddress> address, Set<String> silenced) {

    public static final AlertRouting NONE = new AlertRouting(List.of(), Optional.empty(), Set.of());

    /** Codes of the kinds of alerts, as they stand in settings. */
    public static final List<String> KINDS = List.of(
            "payment_attention",
            "gateway_denied",
            "gateway_outage",
            "amount_refused",
            "storefront_denied",
            "storefront_unusable",
            "work_given_up");

    public boolean isByMail(String kind) {
        return !mail.isEmpty() && !silenced.contains(kind);
    }

    public boolean isByMessage(String kind) {
        return address.isPresent() && !silenced.contains(kind);
    }
}
