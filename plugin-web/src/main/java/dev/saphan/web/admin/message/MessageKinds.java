/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.Box;
import dev.saphan.storefront.OrderMessage;
import java.util.List;

/** By what the messages of a box can be told apart. */
final class MessageKinds {

    /** Of Omise's open list those that say something about payments. */
    private static final List<String> EVENTS = List.of(
            "charge.create",
            "charge.update",
            "charge.complete",
            "charge.expire",
            "charge.reverse",
            "refund.create",
            "dispute.create",
            "dispute.update",
            "dispute.close");

    private static final List<String> COMMANDS = List.of(
            OrderMessage.PAID,
            OrderMessage.ATTEMPT_FAILED,
            OrderMessage.CLOSED,
            OrderMessage.REFUND_UPDATED,
            OrderMessage.ATTENTION,
            OrderMessage.METHODS_REGISTERED);

    private MessageKinds() {}

    static List<String> of(Box box) {
        return box == Box.EVENTS ? EVENTS : COMMANDS;
    }

    static List<String> states(Box box) {
        return box == Box.EVENTS
                ? List.of("waiting", "processed")
                : List.of("waiting", "applied", "conflict", "unusable");
    }
}
