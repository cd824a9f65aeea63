/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.method.Methods;
import dev.saphan.overview.FailureCount;
import dev.saphan.overview.MethodSuccess;
import dev.saphan.overview.Success;
import dev.saphan.overview.TimeToPay;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How attempts ended, why, and how long paying took. */
@Named("outcomeFigures")
@RequestScoped
public class OutcomeFigures {

    private static final int FULL = 1000;

    @Inject
    OverviewRequest asked;

    @Inject
    Methods methods;

    @Inject
    Wording wording;

    /**
     * A line with a bar.
     *
     * @param width of the bar, in thousandths of the longest there can be
     * @param further where a second bar ends, likewise; 0 for none
     */
    public record Line(String code, String name, int width, int further, String figure, String detail) {}

    /** Of each method, the best first. */
    public List<Line> getSuccess() {
        return asked.figures().methods().stream()
                .sorted(Comparator.comparingInt(
                                (MethodSuccess method) -> method.success().permille())
                        .reversed())
                .map(method -> new Line(
                        method.method(),
                        label(method.method()),
                        method.success().permille(),
                        0,
                        Numbers.rate(method.success(), wording.locale()),
                        wording.of(
                                "overview.of",
                                whole(method.success().successful()),
                                whole(method.success().ended()))))
                .toList();
    }

    public String getSuccessCaption() {
        List<Line> lines = getSuccess();
        Success all =
                asked.figures().methods().stream().map(MethodSuccess::success).reduce(new Success(0, 0), this::both);
        String rate = wording.of("overview.success.caption", Numbers.rate(all, wording.locale()), whole(all.ended()));
        if (lines.size() < 2) {
            return rate;
        }
        Line weakest = lines.get(lines.size() - 1);
        return rate + " " + wording.of("overview.success.weakest", weakest.name(), weakest.figure());
    }

    private Success both(Success one, Success other) {
        return new Success(one.successful() + other.successful(), one.ended() + other.ended());
    }

    /** The most frequent first. */
    public List<Line> getFailures() {
        long all = failed();
        return asked.figures().failures().stream()
                .map(failure -> new Line(
                        failure.reason().code(),
                        wording.of("failure." + failure.reason().code()),
                        new Success(failure.attempts(), all).permille(),
                        0,
                        Numbers.rate(new Success(failure.attempts(), all), wording.locale()),
                        whole(failure.attempts())))
                .toList();
    }

    public String getFailuresCaption() {
        Line first = getFailures().get(0);
        return wording.told("overview.failures.caption", whole(failed()), first.figure(), first.name());
    }

    private long failed() {
        return asked.figures().failures().stream()
                .mapToLong(FailureCount::attempts)
                .sum();
    }

    /** Of each method, the quickest first; the first bar ends at the median, the second at the 90th percentile. */
    public List<Line> getTimes() {
        long longest = timed().stream()
                .mapToLong(one -> time(one).ninetieth().toSeconds())
                .max()
                .orElse(1);
        TimeText words = new TimeText(wording);
        return timed().stream()
                .map(one -> new Line(
                        one.method(),
                        label(one.method()),
                        share(time(one).median(), longest),
                        share(time(one).ninetieth(), longest),
                        words.of(time(one).median()),
                        words.of(time(one).ninetieth())))
                .toList();
    }

    public String getTimesCaption() {
        List<Line> lines = getTimes();
        Line slowest = lines.get(lines.size() - 1);
        return wording.told("overview.times.caption", slowest.figure(), slowest.name(), slowest.detail());
    }

    private List<MethodSuccess> timed() {
        return asked.figures().methods().stream()
                .filter(one -> one.timeToPay().isPresent())
                .sorted(Comparator.comparing(one -> time(one).ninetieth()))
                .toList();
    }

    private static TimeToPay time(MethodSuccess method) {
        return method.timeToPay().orElseThrow();
    }

    private static int share(Duration time, long longest) {
        return (int) (time.toSeconds() * FULL / Math.max(longest, 1));
    }

    private String label(String code) {
        return methods.find(code).map(method -> method.label(wording.locale())).orElse(code);
    }

    private String whole(long number) {
        return Numbers.whole(number, wording.locale());
    }
}
