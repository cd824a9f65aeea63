/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.persistence.Transactions;
import dev.saphan.reconciliation.ReconciledItem;
import dev.saphan.reconciliation.ReconciledItems;
import dev.saphan.reconciliation.ReconciledSums;
import dev.saphan.reconciliation.Reconciliation;
import dev.saphan.reconciliation.Reconciliation.Status;
import dev.saphan.reconciliation.ReconciliationId;
import dev.saphan.reconciliation.Reconciliations;
import dev.saphan.reconciliation.Tally;
import dev.saphan.settings.AccountKey;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.reconciliation.ReconciliationView.Earlier;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads comparisons and puts them into words. It asks nobody but our own database. */
@RequestScoped
public class ReconciliationReader {

    private static final int LINES = 50;
    private static final int EARLIER = 10;

    @Inject
    Reconciliations reconciliations;

    @Inject
    ReconciledItems items;

    @Inject
    ReconciledSums sums;

    @Inject
    Transactions transactions;

    @Inject
    ComparisonWording words;

    @Inject
    ComparisonTables tables;

    @Inject
    Wording wording;

    Optional<AccountKey> account(String id) {
        return transactions.call(
                () -> reconciliations.find(new ReconciliationId(id)).map(Reconciliation::account));
    }

    /** The account of the comparison that the difference belongs to, if it is that one. */
    boolean isOf(String id, String item) {
        return transactions.call(() -> items.find(item)
                .filter(found -> found.reconciliation().value().equals(id))
                .isPresent());
    }

    Optional<ReconciliationView> read(String id, String after) {
        return transactions.call(
                () -> reconciliations.find(new ReconciliationId(id)).map(run -> view(run, after)));
    }

    List<Earlier> earlier(AccountKey account) {
        return transactions.call(() -> reconciliations.newest(account, EARLIER).stream()
                .map(run -> new Earlier(
                        address(run).toString(),
                        words.period(run.period()),
                        status(run),
                        run.askedBy(),
                        Moment.of(run.createdAt(), run.period().zone())))
                .toList());
    }

    private ReconciliationView view(Reconciliation run, String after) {
        Tally tally = sums.tally(run.id());
        ZoneId zone = run.period().zone();
        List<ReconciledItem> found = items.differences(run.id(), after, LINES + 1);
        List<ReconciledItem> shown = found.subList(0, Math.min(LINES, found.size()));
        boolean done = run.status() == Status.DONE;
        return new ReconciliationView(
                run.id().value(),
                run.period().first().toString(),
                run.period().last().toString(),
                status(run),
                done,
                run.status() == Status.FAILED,
                run.status() == Status.RUNNING || run.repairingBy().isPresent(),
                words.progress(run),
                ComparisonWording.share(run),
                words.trouble(run),
                words.verdict(run, tally),
                tone(run, tally),
                words.apart(tally),
                run.askedBy(),
                Moment.of(run.createdAt(), zone),
                sums.totals(run.id()).stream().map(tables::totals).toList(),
                tally.repairable(),
                shown.stream().map(item -> tables.line(item, zone)).toList(),
                found.size() > LINES ? after(run, shown.get(LINES - 1)) : "",
                download(run, "days"),
                download(run, "entries"));
    }

    private static String tone(Reconciliation run, Tally tally) {
        boolean done = run.status() == Status.DONE;
        if (done && tally.differences() > 0) {
            return "bad";
        }
        return done && !run.progress().leavesOut() ? "good" : "warn";
    }

    private static String after(Reconciliation run, ReconciledItem last) {
        return address(run).with("after", last.id()).toString();
    }

    private StatusBadge status(Reconciliation run) {
        return new StatusBadge(
                switch (run.status()) {
                    case RUNNING -> "processing";
                    case DONE -> "successful";
                    case FAILED -> "failed";
                },
                wording.of("reconciliation.status." + run.status().code()));
    }

    private static PageAddress address(Reconciliation run) {
        return PageAddress.of("reconciliation.xhtml").with("run", run.id().value());
    }

    private static String download(Reconciliation run, String file) {
        return PageAddress.of("reconciliation.csv")
                .with("run", run.id().value())
                .with("file", file)
                .toString();
    }
}
