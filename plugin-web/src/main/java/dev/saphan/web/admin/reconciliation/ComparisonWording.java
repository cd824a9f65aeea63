/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.reconciliation.Handling;
import dev.saphan.reconciliation.Period;
import dev.saphan.reconciliation.Reconciliation;
import dev.saphan.reconciliation.Reconciliation.Status;
import dev.saphan.reconciliation.Side;
import dev.saphan.reconciliation.Tally;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences of a comparison in the reader's language. */
@RequestScoped
public class ComparisonWording {

    @Inject
    Wording wording;

    String period(Period period) {
        return period.first().equals(period.last())
                ? period.first().toString()
                : wording.of(
                        "reconciliation.period.text",
                        period.first().toString(),
                        period.last().toString());
    }

    String progress(Reconciliation run) {
        if (run.repairingBy().isPresent()) {
            return wording.of("reconciliation.repairing", run.repairingBy().get());
        }
        if (run.status() != Status.RUNNING) {
            return "";
        }
        String stage = "reconciliation.stage." + run.progress().stage().code();
        return run.progress().total() > 0
                ? wording.of(stage) + " "
                        + wording.of(
                                "reconciliation.of",
                                run.progress().offset(),
                                run.progress().total())
                : wording.of(stage);
    }

    static int share(Reconciliation run) {
        boolean isKnown = run.status() == Status.RUNNING && run.progress().total() > 0;
        return isKnown ? (int) (100L * run.progress().offset() / run.progress().total()) : -1;
    }

    String trouble(Reconciliation run) {
        if (run.progress().trouble().isEmpty()) {
            return "";
        }
        boolean running = run.status() == Status.RUNNING;
        return wording.of(
                running ? "reconciliation.trouble" : "reconciliation.trouble.end",
                run.progress().trouble().get());
    }

    String verdict(Reconciliation run, Tally tally) {
        if (run.status() == Status.FAILED) {
            return wording.of("reconciliation.verdict.failed");
        }
        if (run.status() == Status.RUNNING) {
            return wording.of("reconciliation.verdict.running");
        }
        String found = found(tally);
        return run.progress().leavesOut() ? found + " " + wording.of("reconciliation.verdict.left_out") : found;
    }

    private String found(Tally tally) {
        return switch ((int) Math.min(tally.differences(), 2)) {
            case 0 -> wording.of("reconciliation.verdict.agree");
            case 1 -> wording.of("reconciliation.verdict.one");
            default -> wording.of("reconciliation.verdict.many", tally.differences());
        };
    }

    List<String> apart(Tally tally) {
        List<String> sentences = new ArrayList<>();
        add(sentences, "agreed", tally.agreed());
        add(sentences, "mended", tally.mended());
        add(sentences, "in_motion", tally.inMotion());
        add(sentences, "accepted", tally.accepted());
        add(sentences, "elsewhere", tally.elsewhere());
        return sentences;
    }

    private void add(List<String> sentences, String key, long count) {
        if (count > 0) {
            sentences.add(wording.of("reconciliation.apart." + key, count));
        }
    }

    /** Status and amount of one side. */
    String side(Optional<Side> side) {
        return side.map(told -> wording.of("side." + told.status()) + " · "
                        + told.amount().format(wording.locale()))
                .orElseGet(() -> wording.of("side.none"));
    }

    String outcome(Handling handling, ZoneId zone) {
        return handling.outcome()
                .map(how -> wording.of("outcome." + how.code()) + " "
                        + wording.of(
                                "outcome.by",
                                handling.by().orElse(""),
                                handling.at()
                                        .map(at -> Moment.of(at, zone).text())
                                        .orElse("")))
                .orElse("");
    }
}
