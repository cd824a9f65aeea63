/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.gateway.ChargeFees;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.persistence.Transactions;
import dev.saphan.reconciliation.DayTotals;
import dev.saphan.reconciliation.ReconciledItem;
import dev.saphan.reconciliation.ReconciledItems;
import dev.saphan.reconciliation.ReconciledSums;
import dev.saphan.reconciliation.Reconciliation;
import dev.saphan.reconciliation.Side;
import dev.saphan.web.admin.export.CsvFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Writes the tables for accounting. Days and times are those of the store's time zone, amounts are in major units beside
 * a column for the currency. What Omise does not tell is an empty cell; {@code docs/reconciliation.md} says when.
 */
@RequestScoped
public class AccountingFiles {

    static final List<String> DAYS = List.of(
            "date",
            "time_zone",
            "currency",
            "charges",
            "paid",
            "fees",
            "fees_vat",
            "refunds",
            "of_these_voids",
            "refunded",
            "net");

    static final List<String> ENTRIES = List.of(
            "date",
            "time",
            "kind",
            "id",
            "charge",
            "order",
            "payment",
            "method",
            "omise_status",
            "our_status",
            "currency",
            "omise_amount",
            "our_currency",
            "our_amount",
            "fee",
            "fee_vat",
            "net",
            "finding");

    private static final int PAGE = 500;

    @Inject
    ReconciledItems items;

    @Inject
    ReconciledSums sums;

    @Inject
    Transactions transactions;

    void writeDays(Reconciliation run, OutputStream out) throws IOException {
        List<DayTotals> days = transactions.call(() -> sums.days(run.id()));
        try (CsvFile file = new CsvFile(out, DAYS)) {
            for (DayTotals day : days) {
                file.row(day(day, run.period().zone()));
            }
        }
    }

    static List<Object> day(DayTotals day, ZoneId zone) {
        return List.of(
                day.day(),
                zone.getId(),
                day.paid().currencyCode(),
                day.charges(),
                amount(day.paid()),
                amount(day.fees()),
                amount(day.feesVat()),
                day.refunds(),
                day.voids(),
                amount(day.refunded()),
                amount(day.net()));
    }

    /** Page by page, each in a transaction of its own. */
    void writeEntries(Reconciliation run, OutputStream out) throws IOException {
        try (CsvFile file = new CsvFile(out, ENTRIES)) {
            String after = "";
            List<ReconciledItem> page;
            do {
                String seen = after;
                page = transactions.call(() -> items.all(run.id(), seen, PAGE));
                for (ReconciledItem item : page) {
                    file.row(entry(item, run.period().zone()));
                    after = item.id();
                }
                file.flush();
            } while (page.size() == PAGE);
        }
    }

    private static List<Object> entry(ReconciledItem item, ZoneId zone) {
        boolean paid =
                item.theirs().filter(side -> side.status().equals("successful")).isPresent();
        Optional<ChargeFees> fees = item.fees().filter(told -> paid);
        return List.of(
                item.day(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        item.happenedAt().atZone(zone).withNano(0)),
                item.kind().code(),
                item.subject(),
                item.belonging().chargeId().orElse(""),
                item.belonging().orderReference().orElse(""),
                item.belonging().payment().map(PaymentId::value).orElse(""),
                item.belonging().method().orElse(""),
                item.theirs().map(Side::status).orElse(""),
                item.ours().map(Side::status).orElse(""),
                currency(item.theirs()),
                amount(item.theirs().map(Side::amount)),
                currency(item.ours()),
                amount(item.ours().map(Side::amount)),
                amount(fees.map(ChargeFees::fee)),
                amount(fees.map(ChargeFees::vat)),
                amount(fees.map(ChargeFees::net)),
                item.finding().code());
    }

    private static String currency(Optional<Side> side) {
        return side.map(told -> told.amount().currencyCode()).orElse("");
    }

    private static Object amount(Optional<Money> told) {
        return told.map(AccountingFiles::amount).orElse("");
    }

    /** A number with the currency's own decimals, and no sign of it. */
    private static Object amount(Money money) {
        return money.majorUnits();
    }
}
