/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.history.History;
import dev.saphan.history.HistoryEntry;
import dev.saphan.web.admin.Moment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What we wrote down ourselves. */
@RequestScoped
class HistoryLines {

    @Inject
    History history;

    @Inject
    HistoryDetail detail;

    @Inject
    StoryWords words;

    List<StoryLine> of(StoryPayment payment) {
        return history.of(payment.id()).stream()
                .map(entry -> line(entry, payment))
                .toList();
    }

    private StoryLine line(HistoryEntry entry, StoryPayment payment) {
        Side side = Side.of(entry.kind(), entry.actor());
        return new StoryLine(
                entry.at(),
                Moment.precise(entry.at(), payment.zone()),
                words.side(side),
                entry.kind(),
                tone(entry.kind()),
                words.ofOr("story." + entry.kind(), entry.kind()),
                side.code().equals(entry.actor()) ? "" : words.actor(entry.actor()),
                detail.of(entry.kind(), Objects.requireNonNullElse(entry.detail(), "")),
                attempt(entry, payment),
                "",
                "",
                List.of());
    }

    private static int attempt(HistoryEntry entry, StoryPayment payment) {
        int named = Arrays.stream(Objects.requireNonNullElse(entry.detail(), "").split(" "))
                .mapToInt(payment::attemptOf)
                .max()
                .orElse(0);
        boolean ofAttempt = entry.kind().startsWith("attempt.")
                || entry.kind().startsWith("charge.")
                || entry.kind().equals("shopper.redirected")
                || entry.kind().equals("shopper.returned");
        return named == 0 && ofAttempt ? payment.attemptAt(entry.at()) : named;
    }

    private static String tone(String kind) {
        if (kind.equals("attention.settled")) {
            return "plain";
        }
        if (kind.startsWith("attention.") || kind.endsWith(".refused") || kind.endsWith(".unknown")) {
            return "warn";
        }
        return switch (kind) {
            case "payment.paid", "attempt.successful", "refund.succeeded", "refund.approved" -> "good";
            case "refund.waiting", "refund.declined", "refund.expired" -> "warn";
            case "attempt.failed", "refund.failed", "refund.not_sent", "attempt.not_sent" -> "bad";
            default -> "plain";
        };
    }
}
