/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

import dev.saphan.readiness.Finding;
import dev.saphan.readiness.ReadinessCheck.Area;
import dev.saphan.readiness.Result;
import dev.saphan.readiness.Verdict;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Puts what checks found into words, the worst first. A text that several checks share is found under {@code check.any}. */
@RequestScoped
class CheckWording {

    @Inject
    Wording wording;

    List<CheckArea> areas(List<Result> results, ZoneId zone) {
        return Arrays.stream(Area.values())
                .map(area -> new CheckArea(
                        area.name().toLowerCase(Locale.ROOT),
                        wording.of("check.area." + area.name().toLowerCase(Locale.ROOT)),
                        results.stream()
                                .filter(result -> result.area() == area)
                                .sorted(Comparator.comparing((Result result) ->
                                                result.finding().verdict())
                                        .reversed())
                                .map(result -> line(result, zone))
                                .toList()))
                .filter(area -> !area.lines().isEmpty())
                .toList();
    }

    CheckLine line(Result result, ZoneId zone) {
        Finding finding = result.finding();
        List<Object> facts = finding.facts().stream()
                .map(fact -> fact instanceof Instant time
                        ? Moment.precise(time, zone).text()
                        : fact)
                .toList();
        boolean passed = finding.verdict() == Verdict.PASSED;
        return new CheckLine(
                result.check(),
                wording.of("check." + result.check() + ".title"),
                finding.verdict().code(),
                wording.of("check.verdict." + finding.verdict().code()),
                text(result, "", facts),
                passed ? "" : text(result, ".means", facts),
                passed ? "" : text(result, ".do", facts),
                result.took().toMillis());
    }

    /** How many are not well, in a sentence. */
    String summary(List<Result> results) {
        return wording.find(
                        isGood(results) ? "check.summary.good" : "check.summary.bad",
                        List.of(
                                count(results, Verdict.PASSED),
                                count(results, Verdict.FAILED),
                                count(results, Verdict.WARNING),
                                count(results, Verdict.UNKNOWN)))
                .orElseThrow();
    }

    /** For the colour: {@code good}, {@code warn} or {@code bad}. */
    static String tone(List<Result> results) {
        if (isGood(results)) {
            return "good";
        }
        return count(results, Verdict.FAILED) > 0 ? "bad" : "warn";
    }

    private static boolean isGood(List<Result> results) {
        return count(results, Verdict.PASSED) == results.size();
    }

    private static long count(List<Result> results, Verdict verdict) {
        return results.stream()
                .filter(result -> result.finding().verdict() == verdict)
                .count();
    }

    private String text(Result result, String part, List<Object> facts) {
        String code = result.finding().code();
        return wording.find("check." + result.check() + "." + code + part, facts)
                .or(() -> wording.find("check.any." + code + part, facts))
                .orElse(part.isEmpty() ? code : "");
    }
}
