/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.MessageBatch;
import dev.saphan.redaction.Redactor;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.Wording;
import dev.saphan.webhook.InboundEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Messages in the reader's language. */
@RequestScoped
public class MessageWording {

    @Inject
    Wording wording;

    public StatusBadge state(InboundEvent event) {
        return event.isProcessed()
                ? new StatusBadge("successful", wording.of("message.state.processed"))
                : new StatusBadge("processing", wording.of("message.state.waiting"));
    }

    public StatusBadge state(OrderCommand command) {
        String colour = switch (command.status()) {
            case WAITING -> "processing";
            case APPLIED -> "successful";
            case CONFLICT, UNUSABLE -> "failed";
        };
        return new StatusBadge(
                colour, wording.of("message.state." + command.status().name().toLowerCase(Locale.ROOT)));
    }

    /** What came of an event. */
    public String result(InboundEvent event) {
        String result = Objects.requireNonNullElse(event.result(), "");
        return result.isEmpty() ? "" : wording.ofOr("event.result." + result.replace(' ', '_'), result);
    }

    /** What a storefront answered may hold anything. */
    public String answer(OrderCommand command) {
        return Redactor.redactText(Objects.requireNonNullElse(command.lastAnswer(), ""));
    }

    String deliveries(int times) {
        return times == 0 ? wording.of("message.never_delivered") : wording.of("messages.deliveries", times);
    }

    String due(Optional<Instant> due, ZoneId zone) {
        return due.map(at -> wording.of("message.due", Moment.precise(at, zone).text()))
                .orElseGet(() -> wording.of("message.not_planned"));
    }

    String batchResult(boolean repeated) {
        return wording.of(repeated ? "batch.result.repeated" : "batch.result.nothing");
    }

    String progress(MessageBatch batch) {
        String key = "batch." + batch.box().code() + ".done";
        return wording.of("batch.status." + batch.status().code(), batch.askedBy()) + " "
                + wording.of(key, batch.done(), batch.repeated());
    }
}
