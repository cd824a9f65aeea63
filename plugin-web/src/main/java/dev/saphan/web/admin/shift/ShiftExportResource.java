/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.shift;

import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Store;
import dev.saphan.shift.Shift;
import dev.saphan.shift.ShiftLine;
import dev.saphan.shift.ShiftTotals;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.export.CsvFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The totals of a shift as a file; whose, the page says. Amounts in major units, with a point. */
@RequestScoped
@Path("/shift.csv")
public class ShiftExportResource {

    private static final List<String> COLUMNS = List.of(
            "store",
            "mode",
            "from",
            "until",
            "cashier",
            "method",
            "currency",
            "payments",
            "taken",
            "refunds",
            "refunded",
            "net");

    @Inject
    ShiftQuery query;

    @Inject
    ShiftTotals totals;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @GET
    public Response export() {
        Store store = query.store();
        Shift shift = query.shift();
        person.acts("shift.export", store.id(), query.day().toString(), "");
        List<ShiftLine> lines = transactions.call(() -> totals.of(shift));
        StreamingOutput body = out -> write(out, store, shift, lines);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"shift-" + store.id() + "-" + query.day() + ".csv\"")
                .build();
    }

    private static void write(OutputStream out, Store store, Shift shift, List<ShiftLine> lines) throws IOException {
        try (CsvFile file = new CsvFile(out, COLUMNS)) {
            for (ShiftLine line : lines) {
                file.row(List.of(
                        store.id().value(),
                        shift.account().mode().code(),
                        CsvFile.time(shift.from(), store.timeZone()),
                        CsvFile.time(shift.until(), store.timeZone()),
                        line.cashier().orElse(""),
                        line.method(),
                        line.taken().currency().getCurrencyCode(),
                        line.payments(),
                        line.taken().majorUnits(),
                        line.refunds(),
                        line.refunded().majorUnits(),
                        line.net().majorUnits()));
            }
        }
    }
}
