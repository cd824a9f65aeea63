/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.gateway.Webhooks;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.message.MessageWording;
import dev.saphan.webhook.InboundEvent;
import dev.saphan.webhook.InboundEvents;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Omise's events as they arrived, by our clock and by Omise's. */
@RequestScoped
class EventLines {

    @Inject
    InboundEvents events;

    @Inject
    Webhooks webhooks;

    @Inject
    MessageWording messages;

    @Inject
    StoryWords words;

    List<StoryLine> of(StoryPayment payment) {
        return payment.charges().stream()
                .flatMap(charge -> events.about(payment.payment().store(), charge).stream()
                        .map(event -> line(event, payment.attemptOf(charge), payment)))
                .toList();
    }

    private StoryLine line(InboundEvent event, int attempt, StoryPayment payment) {
        return new StoryLine(
                event.receivedAt(),
                Moment.precise(event.receivedAt(), payment.zone()),
                words.side(Side.OMISE),
                "event",
                event.isProcessed() ? "plain" : "warn",
                words.of(event.isListed() ? "event.fetched" : "event.arrived", event.eventKey()),
                words.of(signature(event)),
                clocks(event, payment) + messages.result(event),
                attempt,
                PageAddress.of("message.xhtml").with("id", event.id()).toString(),
                words.of("event.ids"),
                List.of(event.eventId(), event.id()));
    }

    private static String signature(InboundEvent event) {
        if (event.isListed()) {
            return "event.signature.fetched";
        }
        return event.isGenuine() ? "event.signature.checked" : "event.signature.none";
    }

    private String clocks(InboundEvent event, StoryPayment payment) {
        return webhooks.madeAt(event.body())
                .map(made -> {
                    Duration later = Duration.between(made, event.receivedAt());
                    String time = StoryWords.time(made, payment.zone());
                    return later.isNegative()
                            ? words.of("event.clocks.before", time)
                            : words.of("event.clocks", time, words.duration(later));
                })
                .map(clocks -> clocks + " · ")
                .orElse("");
    }
}
