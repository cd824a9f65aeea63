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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** The checklist as a text, to be kept or sent on. The checks run for it. */
@RequestScoped
@Path("/go-live.txt")
public class GoLiveTextResource {

    @Inject
    CheckedStore checkedStore;

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

    @GET
    public Response text() {
        Subject subject = checkedStore.get();
        List<Result> results = checkReadiness.run(subject, threads.get());
        return Response.ok(write(subject, results))
                .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"go-live-" + subject.store().id() + "-"
                                + subject.mode().code() + ".txt\"")
                .build();
    }

    private String write(Subject subject, List<Result> results) {
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

    private void write(CheckLine line, StringBuilder text) {
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
