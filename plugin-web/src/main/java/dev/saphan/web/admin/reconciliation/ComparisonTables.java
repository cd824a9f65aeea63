/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.reconciliation.BookTotals;
import dev.saphan.reconciliation.Outcome;
import dev.saphan.reconciliation.ReconciledItem;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.reconciliation.ReconciliationView.Line;
import dev.saphan.web.admin.reconciliation.ReconciliationView.Total;
import dev.saphan.web.admin.reconciliation.ReconciliationView.Totals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of a comparison: what both books add up to, and what differs. */
@RequestScoped
public class ComparisonTables {

    @Inject
    ComparisonWording words;

    @Inject
    Wording wording;

    Totals totals(BookTotals totals) {
        return new Totals(
                totals.currency().getCurrencyCode(),
                Stream.of(
                                total(
                                        "charges",
                                        String.valueOf(totals.theirCharges()),
                                        String.valueOf(totals.ourCharges())),
                                total("paid", money(totals.theirPaid()), money(totals.ourPaid())),
                                total("refunded", money(totals.theirRefunded()), money(totals.ourRefunded())),
                                total("rest", money(totals.theirRest()), money(totals.ourRest())),
                                theirs("fees", totals.fees()),
                                theirs("net", totals.net()))
                        .toList());
    }

    private Total total(String name, String theirs, String ours) {
        return new Total(name, wording.of("reconciliation.total." + name), theirs, ours, theirs.equals(ours));
    }

    private Total theirs(String name, Optional<Money> told) {
        return new Total(
                name,
                wording.of("reconciliation.total." + name),
                told.map(this::money).orElseGet(() -> wording.of("reconciliation.not_told")),
                wording.of("reconciliation.not_kept"),
                true);
    }

    Line line(ReconciledItem item, ZoneId zone) {
        String finding = (item.isOpen() ? item.finding() : item.handling().foundFirst()).code();
        String outcome = item.handling().outcome().map(Outcome::code).orElse("");
        return new Line(
                item.id(),
                wording.of("reconciliation.kind." + item.kind().code()),
                finding,
                wording.of("finding." + finding),
                wording.of("finding." + finding + ".advice"),
                item.subject(),
                item.belonging().orderReference().orElse(""),
                item.belonging().payment().map(ComparisonTables::payment).orElse(""),
                Moment.precise(item.happenedAt(), zone),
                words.side(item.theirs()),
                words.side(item.ours()),
                item.isOpen() && item.finding().isRepairable(),
                item.needsPerson(),
                words.outcome(item.handling(), zone),
                switch (outcome) {
                    case "repaired", "accepted" -> "good";
                    case "in_motion", "no_answer" -> "warn";
                    default -> "bad";
                });
    }

    private static String payment(PaymentId id) {
        return PageAddress.of("payment.xhtml").with("id", id.value()).toString();
    }

    private String money(Money amount) {
        return amount.format(wording.locale());
    }
}
