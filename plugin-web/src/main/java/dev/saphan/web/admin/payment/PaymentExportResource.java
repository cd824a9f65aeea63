/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.method.Methods;
import dev.saphan.payment.PaymentFilter;
import dev.saphan.payment.PaymentList;
import dev.saphan.payment.PaymentPage;
import dev.saphan.payment.PaymentSummary;
import dev.saphan.persistence.Transactions;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.export.CsvFile;
import dev.saphan.web.admin.export.RunningExports;
import dev.saphan.web.admin.export.RunningExports.Export;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * The list as a file, all of it, in the order of the list. It is read in pieces, each in a transaction of its own that
 * begins behind the last line of the one before, and written while it is read: a million payments need no more memory
 * than a page of them.
 */
@RequestScoped
@Path("/payments.csv")
public class PaymentExportResource {

    private static final int PIECE = 500;

    @Inject
    ListRequest asked;

    @Inject
    PaymentList list;

    @Inject
    Transactions transactions;

    @Inject
    Methods methods;

    @Inject
    RunningExports exports;

    @Inject
    Person person;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @GET
    public Response export() {
        ListQuery query = asked.query();
        PaymentFilter filter = asked.filter();
        PaymentCells cells =
                new PaymentCells(wording, methods, query.mode(), query.store().timeZone());
        Export export =
                exports.begin(person.getName(), asked.parameter("ticket").orElse(""));
        person.acts("payments.export", query.store().id(), fileName(query), query.text());
        StreamingOutput body = out -> write(out, filter, cells, export);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(query) + "\"")
                .build();
    }

    private void write(OutputStream out, PaymentFilter filter, PaymentCells cells, Export export) throws IOException {
        try (CsvFile file = new CsvFile(out, cells.columns())) {
            writeAll(file, filter, cells, export);
        } catch (IOException | RuntimeException e) {
            export.end(false);
            throw e;
        }
        export.end(true);
    }

    /** Half a file says that it is one: its last line, and the connection that breaks off. */
    private void writeAll(CsvFile file, PaymentFilter filter, PaymentCells cells, Export export) throws IOException {
        try {
            PaymentPage piece = transactions.call(() -> list.newest(filter, PIECE));
            write(piece, file, cells, export);
            while (piece.hasOlder()) {
                PaymentSummary last = last(piece);
                piece = transactions.call(() -> list.olderThan(last, filter, PIECE));
                write(piece, file, cells, export);
            }
        } catch (RuntimeException e) {
            file.row(List.of(cells.incomplete()));
            throw e;
        }
    }

    private static void write(PaymentPage piece, CsvFile file, PaymentCells cells, Export export) throws IOException {
        for (PaymentSummary payment : piece.payments()) {
            file.row(cells.of(payment));
        }
        file.flush();
        export.wrote(piece.payments().size());
    }

    private static PaymentSummary last(PaymentPage piece) {
        List<PaymentSummary> payments = piece.payments();
        return payments.get(payments.size() - 1);
    }

    private String fileName(ListQuery query) {
        LocalDate today = clock.instant().atZone(query.store().timeZone()).toLocalDate();
        return "payments-" + query.store().id().value() + "-" + query.mode().code() + "-" + today + ".csv";
    }
}
