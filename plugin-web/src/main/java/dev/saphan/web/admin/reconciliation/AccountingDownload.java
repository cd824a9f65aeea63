/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.persistence.Transactions;
import dev.saphan.reconciliation.Reconciliation;
import dev.saphan.reconciliation.Reconciliation.Status;
import dev.saphan.reconciliation.ReconciliationId;
import dev.saphan.reconciliation.Reconciliations;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A finished comparison as a table for accounting: {@code days}, or its single {@code entries}. */
@WebServlet(urlPatterns = "/admin/reconciliation.csv", asyncSupported = true)
public class AccountingDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Reconciliations reconciliations;

    @Inject
    transient AccountingFiles files;

    @Inject
    transient Transactions transactions;

    @Inject
    transient Person person;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Optional.ofNullable(request.getParameter("run")).orElse("");
        Optional<Reconciliation> run = transactions
                .call(() -> reconciliations.find(new ReconciliationId(id)))
                .filter(found -> person.may(Role.VIEWER, found.account().store()));
        if (run.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (run.get().status() != Status.DONE) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
        } else {
            send(run.get(), "entries".equals(request.getParameter("file")), response);
        }
    }

    private void send(Reconciliation run, boolean entries, HttpServletResponse response) throws IOException {
        String file = entries ? "entries" : "days";
        person.acts("reconciliation.export", run.account().store(), run.id().value(), file);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + run.account().store() + "-"
                        + run.account().mode().code() + "-" + run.period().first() + "-"
                        + run.period().last() + "-" + file + ".csv\"");
        if (entries) {
            files.writeEntries(run, response.getOutputStream());
        } else {
            files.writeDays(run, response.getOutputStream());
        }
    }
}
