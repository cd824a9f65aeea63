/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.audit;

import dev.saphan.audit.AuditEntry;
import dev.saphan.audit.AuditFilter;
import dev.saphan.audit.AuditTrail;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.StoreId;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.export.CsvFile;
import dev.saphan.web.security.RoleNeeded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;

/** The part of the trail that the address asks for as a file, newest first, read piece by piece while it is written. */
@RequestScoped
@Path("/audit.csv")
public class AuditExportResource {

    private static final int PIECE = 500;
    private static final List<String> COLUMNS =
            List.of("number", "time", "who", "address", "act", "store", "subject", "detail");

    @Inject
    AuditQuery query;

    @Inject
    AuditTrail trail;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @GET
    public Response export() {
        if (!person.maySomewhere(Role.ADMIN)) {
            throw new RoleNeeded(Role.ADMIN, "");
        }
        person.acts("audit.export", null, "", "");
        AuditFilter filter = query.filter();
        ZoneId zone = query.zone();
        StreamingOutput body = out -> write(out, filter, zone);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-trail.csv\"")
                .build();
    }

    private void write(OutputStream out, AuditFilter filter, ZoneId zone) throws IOException {
        try (CsvFile file = new CsvFile(out, COLUMNS)) {
            long before = Long.MAX_VALUE;
            List<AuditEntry> piece;
            do {
                long from = before;
                piece = transactions.call(() -> trail.before(from, filter, PIECE));
                for (AuditEntry entry : piece) {
                    file.row(row(entry, zone));
                    before = entry.number();
                }
                file.flush();
            } while (piece.size() == PIECE);
        }
    }

    private static List<?> row(AuditEntry entry, ZoneId zone) {
        return List.of(
                entry.number(),
                CsvFile.time(entry.at(), zone),
                entry.actor(),
                entry.address(),
                entry.act(),
                entry.store().map(StoreId::value).orElse(""),
                entry.subject(),
                entry.detail());
    }
}
