/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

import dev.saphan.readiness.CheckReadiness;
import dev.saphan.readiness.Result;
import dev.saphan.readiness.Subject;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Runs the checks and writes what they found as a text. */
@RequestScoped
class GoLiveText {

    @Inject
    CheckReadiness checkReadiness;

    @Inject
    CheckThreads threads;

    @Inject
    CheckWording words;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    String of(Subject subject) {
        List<Result> results = checkReadiness.run(subject, threads.get());
        ZoneId zone = subject.store().timeZone();
        StringBuilder text = new StringBuilder();
        text.append(wording.of("golive.title"))
                .append(": ")
                .append(subject.store().name());
        text.append(", ").append(wording.of("mode." + subject.mode().code())).append('\n');
        text.append(Moment.precise(clock.instant(), zone).text())
                .append(' ')
                .append(zone)
                .append('\n');
        text.append(words.summary(results)).append('\n');
        for (CheckArea area : words.areas(results, zone)) {
            text.append('\n').append(area.title()).append('\n');
            area.lines().forEach(line -> write(line, text));
        }
        return text.toString();
    }

    private static void write(CheckLine line, StringBuilder text) {
        text.append("  [")
                .append(line.verdictText())
                .append("] ")
                .append(line.title())
                .append('\n');
        for (String sentence : new String[] {line.found(), line.means(), line.advice()}) {
            if (!sentence.isEmpty()) {
                text.append("      ").append(sentence).append('\n');
            }
        }
    }
}
