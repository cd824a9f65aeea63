/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The detail of a line of history in the reader's words. It was written for machines and for all languages alike, in few
 * forms; what fits none of them, and what people typed, stays as it is.
 */
@RequestScoped
class HistoryDetail {

    private static final String AMOUNT = StoryWords.AMOUNT;

    private static final List<Form> FORMS = List.of(
            new Form("payment\\.(opened|asked_again)", "(" + AMOUNT + ") key (\\S+)", "story.detail.key"),
            new Form("payment\\.(channel|language)_changed", "(\\S+) to (\\S+)", "story.detail.changed"),
            new Form("payment\\..*", "(" + AMOUNT + ")", ""),
            new Form("payment\\.paid", "(" + AMOUNT + ") by (\\w+)", "story.detail.paid_by"),
            new Form("payment\\.paid", "after it was closed", "story.detail.after_closed"),
            new Form(
                    "refund\\.(requested|waiting|approved|declined)",
                    "(" + AMOUNT + ") (.+)",
                    "story.detail.refund_reason"),
            new Form("refund\\..*", "(" + AMOUNT + ") as a void(?: rfnd_\\w+)?", "story.detail.as_void"),
            new Form("refund\\..*", "(" + AMOUNT + ")(?: (rfnd_\\w+))?", ""),
            new Form("(attempt|refund)\\.unknown", "(.+)", "story.detail.no_answer"),
            new Form(
                    "attention\\..*",
                    "asked (" + AMOUNT + ") (test|live), charge (\\S+) says (" + AMOUNT + ") (test|live)",
                    "story.detail.mismatch"),
            new Form("attention\\..*", "charge (\\S+) paid it again", "story.detail.paid_again"),
            new Form(
                    "attention\\..*",
                    "charge (\\S*) came late, and the order has another payment",
                    "story.detail.another_payment"),
            new Form("attention\\..*", "paid after it was closed", "story.detail.after_closed"),
            new Form("attention\\..*", "paid after it was closed; the money goes back", "story.detail.goes_back"),
            new Form("attention\\..*", "(\\S+) met an order that is (.+)", "story.detail.conflict"),
            new Form("attention\\..*", "(\\S+) over (" + AMOUNT + ")", "story.detail.failed_refund"),
            new Form("attention\\..*", "(" + AMOUNT + ") at stake, charge (\\S+)", "story.detail.at_stake"),
            new Form("(attempt|shopper)\\..*", "(\\w+?)(?: (chrg_\\w+))?(?: (\\w+))?", ""));

    @Inject
    StoryWords words;

    /**
     * How a detail may be written.
     *
     * @param key of the text that it becomes; empty if its parts are told one after the other
     */
    private record Form(Pattern kind, Pattern written, String key) {

        Form(String kind, String written, String key) {
            this(Pattern.compile(kind), Pattern.compile(written, Pattern.DOTALL), key);
        }
    }

    /** @param written empty where nothing was */
    String of(String kind, String written) {
        return switch (kind) {
            case "payment.closed" -> words.ofOr("status." + written, written);
            case "attention.settled" -> words.ofOr("attention." + written + ".title", written);
            default ->
                FORMS.stream()
                        .filter(form -> form.kind().matcher(kind).matches())
                        .flatMap(form -> told(form, written))
                        .findFirst()
                        .orElse(written);
        };
    }

    private Stream<String> told(Form form, String written) {
        Matcher found = form.written().matcher(written);
        if (!found.matches()) {
            return Stream.empty();
        }
        List<String> terms = IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .flatMap(Stream::ofNullable)
                .map(words::term)
                .toList();
        return Stream.of(
                form.key().isEmpty()
                        ? terms.stream().collect(Collectors.joining(" · "))
                        : words.of(form.key(), terms.toArray()));
    }
}
