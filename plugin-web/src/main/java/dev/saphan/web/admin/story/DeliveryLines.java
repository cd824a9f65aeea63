/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.EventDelivery;
import dev.saphan.gateway.Gateway;
import dev.saphan.redaction.Redactor;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.web.admin.Moment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Omise's own record of bringing us its events, asked for when a person wants it. */
@RequestScoped
class DeliveryLines {

    /** Charges that are asked about. */
    static final int MOST_CHARGES = 5;

    private static final int MOST_SHOWN = 100;

    @Inject
    Gateway gateway;

    @Inject
    StoryWords words;

    /** @param answered whether Omise told it of every charge that it was asked about */
    record Told(List<StoryLine> lines, boolean answered) {}

    /** Not inside a transaction. */
    Told of(Map<String, Integer> charges, OmiseAccount account, ZoneId zone) {
        List<StoryLine> lines = new ArrayList<>();
        for (Map.Entry<String, Integer> charge : charges.entrySet()) {
            Answer<List<EventDelivery>> answer = gateway.deliveries(account, charge.getKey());
            if (!(answer instanceof Answer.Ok<List<EventDelivery>> ok)) {
                return new Told(lines, false);
            }
            ok.value().stream()
                    .limit(MOST_SHOWN)
                    .flatMap(delivery -> delivery.at().stream().map(at -> line(delivery, at, charge.getValue(), zone)))
                    .forEach(lines::add);
        }
        return new Told(lines, true);
    }

    private StoryLine line(EventDelivery delivery, Instant at, int attempt, ZoneId zone) {
        String error = Redactor.redactText(delivery.error());
        return new StoryLine(
                at,
                Moment.precise(at, zone),
                words.side(Side.OMISE),
                "delivery",
                delivery.isAccepted() ? "plain" : "warn",
                words.of("delivery.told", delivery.key()),
                words.of("delivery.title"),
                delivery.status() == 0
                        ? words.of("delivery.no_answer", delivery.host(), error)
                        : words.of("delivery.answer", delivery.host(), String.valueOf(delivery.status())),
                attempt,
                "",
                words.of("event.ids"),
                List.of(delivery.event()));
    }
}
