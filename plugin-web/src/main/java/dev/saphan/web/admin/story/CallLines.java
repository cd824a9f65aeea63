/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.call.GatewayCall;
import dev.saphan.call.GatewayCalls;
import dev.saphan.gateway.GatewayCalled.Outcome;
import dev.saphan.redaction.Redactor;
import dev.saphan.web.admin.Moment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What we asked Omise, and what came of it. */
@RequestScoped
class CallLines {

    @Inject
    GatewayCalls calls;

    @Inject
    StoryWords words;

    List<StoryLine> of(StoryPayment payment) {
        return calls.about(payment.account(), payment.subjects()).stream()
                .map(call -> line(call, payment))
                .toList();
    }

    private StoryLine line(GatewayCall call, StoryPayment payment) {
        return new StoryLine(
                call.askedAt(),
                Moment.precise(call.askedAt(), payment.zone()),
                words.side(Side.SAPHAN),
                "call." + small(call.kind()),
                tone(call.outcome()),
                words.of("call." + small(call.kind())),
                "",
                detail(call, payment),
                payment.attemptOf(call.subject()),
                "",
                "",
                List.of());
    }

    private String detail(GatewayCall call, StoryPayment payment) {
        String answer = words.ofOr("side." + call.answer(), Redactor.redactText(call.answer()));
        String told = words.of("call.outcome." + small(call.outcome()), answer, words.duration(call.slowest()));
        return call.times() == 1
                ? told
                : told + " · "
                        + words.of(
                                "call.times",
                                String.valueOf(call.times()),
                                StoryWords.time(call.lastAskedAt(), payment.zone()));
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case OK -> "plain";
            case DECLINED, NOT_FOUND, NOT_SENT, UNKNOWN -> "warn";
            case DENIED -> "bad";
        };
    }

    private static String small(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
