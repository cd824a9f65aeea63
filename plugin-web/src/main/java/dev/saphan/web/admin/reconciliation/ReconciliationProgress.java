/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.json.Wire;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** How far a comparison is, for the page that shows it; cheap enough to be asked every other second. */
@WebServlet(urlPatterns = "/admin/reconciliation-progress", asyncSupported = true)
public class ReconciliationProgress extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ReconciliationReader reader;

    @Inject
    transient Person person;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> run = Optional.ofNullable(request.getParameter("run"))
                .filter(id -> reader.account(id)
                        .filter(account -> person.may(Role.VIEWER, account.store()))
                        .isPresent());
        Optional<ReconciliationView> view = run.flatMap(id -> reader.read(id, ""));
        if (view.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Wire.write(Map.of(
                        "busy", view.get().busy(),
                        "text", view.get().progress(),
                        "share", view.get().share(),
                        "trouble", view.get().trouble())));
    }
}
