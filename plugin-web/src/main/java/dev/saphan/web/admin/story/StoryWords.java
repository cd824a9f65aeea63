/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.method.Methods;
import dev.saphan.money.Money;
import dev.saphan.redaction.Redactor;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that several kinds of lines share, in the reader's language. */
@RequestScoped
class StoryWords {

    /** As {@link Money#toString} writes it. */
    static final String AMOUNT = "[A-Z]{3} \\d+(?:\\.\\d+)?";

    private static final Pattern WRITTEN = Pattern.compile("([A-Z]{3}) (\\d+(?:\\.\\d+)?)");

    @Inject
    Wording wording;

    @Inject
    Methods methods;

    String of(String key, Object... arguments) {
        return wording.told(key, arguments);
    }

    String ofOr(String key, String otherwise) {
        return wording.ofOr(key, otherwise);
    }

    /** A word of ours as people say it: an amount, a method, a reason of our own; anything else as it stands. */
    String term(String written) {
        Matcher amount = WRITTEN.matcher(written);
        if (amount.matches()) {
            return money(amount.group(1), amount.group(2));
        }
        return methods.find(written)
                .map(method -> method.label(wording.locale()))
                .orElseGet(() -> wording.ofOr("story.term." + written.replace(' ', '_'), Redactor.redactText(written)));
    }

    private String money(String currency, String major) {
        try {
            return Money.ofMajor(new BigDecimal(major), Currency.getInstance(currency))
                    .format(wording.locale());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return currency + " " + major;
        }
    }

    StoryLine.SideName side(Side side) {
        return new StoryLine.SideName(side.code(), wording.of("side.of." + side.code()));
    }

    String actor(String name) {
        return wording.ofOr("actor." + name, name);
    }

    String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return wording.of("story.millis", String.valueOf(millis));
        }
        return millis < 120_000
                ? wording.of(
                        "story.seconds", BigDecimal.valueOf(millis / 100, 1).toPlainString())
                : wording.of("story.minutes", String.valueOf(duration.toMinutes()));
    }

    static String time(Instant time, ZoneId zone) {
        return Moment.precise(time, zone).text();
    }
}
